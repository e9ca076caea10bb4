"""`voices`: list and try the customers' voices."""

import argparse
from pathlib import Path

from trainer.commands.output import write, write_json
from trainer.commands.program import open_program
from trainer.commands.words import Words, add_group, add_word

__all__ = ["add"]


def add(words: Words) -> None:
    """Add the word and those after it."""
    voices = add_group(words, "voices", "list and try the customers' voices")
    add_word(voices, "list", _list, "who can be heard")
    say = add_word(voices, "say", _say, "speak a text")
    say.add_argument("voice")
    say.add_argument("text")
    say.add_argument("--pressure", type=_pressure, default=50, metavar="0..100")
    say.add_argument("--out", type=Path, metavar="WAV", help="write it instead of playing it")


def _pressure(text: str) -> int:
    if not text.isdecimal() or int(text) > 100:
        raise argparse.ArgumentTypeError(f'"{text}" is no number from 0 to 100')
    return int(text)


def _list(call: argparse.Namespace) -> int:
    with open_program() as program:
        voices = tuple(program.library.voices.values())
    if call.json:
        write_json([voice.model_dump(mode="json") for voice in voices])
    for voice in voices if not call.json else ():
        write(f"{voice.id:10} {voice.name}, {voice.sex}, {voice.age}")
    return 0


def _say(call: argparse.Namespace) -> int:
    with open_program() as program:
        spoken = program.say(call.voice, call.text, call.pressure, call.out)
    if call.json:
        words = [[word.text, word.start_ms, word.end_ms] for word in spoken.words]
        write_json({"voice": call.voice, "length_ms": spoken.length_ms, "words": words})
    return 0
