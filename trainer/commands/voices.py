"""`voices`: list and try the customers' voices."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.commands.output import answer, show_progress, write_json
from trainer.commands.program import open_program
from trainer.commands.words import Words, add_group, add_word

if TYPE_CHECKING:
    from trainer.app import Program

__all__ = ["add"]


def add(words: Words) -> None:
    """Add the word and those after it."""
    voices = add_group(words, "voices", "list and try the customers' voices; Piper's come and go")
    add_word(voices, "list", _list, "who can be heard, which engine speaks for them, and why")
    say = add_word(voices, "say", _say, "speak a text")
    say.add_argument("voice")
    say.add_argument("text")
    say.add_argument("--pressure", type=_pressure, default=50, metavar="0..100")
    say.add_argument("--out", type=Path, metavar="WAV", help="write it instead of playing it")
    install = add_word(voices, "install", _install, "download a voice for Piper")
    install.add_argument("name", help="such as en_GB-alan-medium; an unknown one lists them all")
    import_ = add_word(voices, "import", _import, "install a voice for Piper from a file")
    import_.add_argument("file", type=Path, metavar="FILE", help=".onnx beside its .json, or a zip")
    remove = add_word(voices, "remove", _remove, "delete a voice of Piper's")
    remove.add_argument("name")


def _pressure(text: str) -> int:
    if not text.isdecimal() or int(text) > 100:
        raise argparse.ArgumentTypeError(f'"{text}" is no number from 0 to 100')
    return int(text)


def _list(call: argparse.Namespace) -> int:
    with open_program() as program:
        rows = [
            voice.model_dump(mode="json", by_alias=True) | _cast(program, voice.id)
            for voice in program.library.voices.values()
        ]
    lines = (
        f"{row['id']:10} {row['name']}, {row['sex']}, {row['age']}, {row['temperament']}: "
        f"{row['engine_voice'] or 'silent'} ({row['why']})"
        for row in rows
    )
    answer(call, rows, "\n".join(lines))
    return 0


def _cast(program: "Program", voice: str) -> dict[str, str | None]:
    from trainer.speech.problems import VoiceProblem

    try:
        casting = program.voice.casting(voice)
    except VoiceProblem as problem:
        return {"engine": None, "engine_voice": None, "why": str(problem)}
    return {"engine": casting.engine, "engine_voice": casting.voice, "why": casting.why}


def _install(call: argparse.Namespace) -> int:
    from trainer.speech.piper_voices import install

    with open_program() as program, show_progress(call.name, unit="B") as progress:
        done = install(call.name, program.piper_folder, progress)
    answer(call, {"path": str(done.path), "verified": done.verified, "note": done.note}, done.note)
    return 0


def _import(call: argparse.Namespace) -> int:
    from trainer.speech.piper_voices import import_voice

    with open_program() as program:
        done = import_voice(call.file, program.piper_folder)
    answer(call, {"path": str(done.path), "verified": done.verified, "note": done.note}, done.note)
    return 0


def _remove(call: argparse.Namespace) -> int:
    from trainer.speech.piper_voices import remove

    with open_program() as program:
        remove(call.name, program.piper_folder)
    answer(call, {"removed": call.name}, f"{call.name} is removed.")
    return 0


def _say(call: argparse.Namespace) -> int:
    with open_program() as program:
        spoken = program.say(call.voice, call.text, call.pressure, call.out)
    if call.json:
        words = [[word.text, word.start_ms, word.end_ms] for word in spoken.words]
        write_json({"voice": call.voice, "length_ms": spoken.length_ms, "words": words})
    return 0
