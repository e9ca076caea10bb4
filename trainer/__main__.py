"""The command line: one short function a command.

With ``--json`` only JSON goes to stdout and talk goes to stderr. Exit code 0 when it worked, 2 for
a wrong call, 1 for bad input with one clear line on stderr.
"""

import argparse
import io
import json
import multiprocessing
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from trainer import __version__

if TYPE_CHECKING:
    from trainer.app import Program
    from trainer.conversation.timeline import Timeline
    from trainer.records.store import RehearsalSummary
    from trainer.rehearsal.doctor import Finding
    from trainer.scenario.scenario import Scenario
    from trainer.speech.ears import Ears

    Words: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - its only name

__all__ = ["main"]

SOUNDS = (".wav", ".flac", ".ogg", ".mp3")
"""What is taken for a reply in a folder of replies."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return the exit code."""
    multiprocessing.freeze_support()
    _speak_utf8()
    parser = _parser()
    call, options = parser.parse_known_args(arguments)
    if options and call.run is not _bench:
        parser.error(f"unrecognized arguments: {' '.join(options)}")
    call.options = options
    try:
        code: int = call.run(call)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return _unheard()
    except Exception as problem:
        if not _is_said_plainly(problem):
            raise
        _say(str(problem))
        return 2 if isinstance(problem, WrongCall) else 1
    return code


def _speak_utf8() -> None:
    """Read and write UTF-8 into pipes and files too, where Windows would take its code page."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _unheard() -> int:
    """Stop without a word: whoever read the output, such as ``head``, has had enough."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - Python flushes it at exit
    return 1


# --- Commands -------------------------------------------------------------------------------------


def _start(call: argparse.Namespace) -> int:
    from trainer.desktop.window import close_windows, has_display, run

    if has_display():
        from trainer.desktop.backstage import ProgramServices

        services = ProgramServices(_make_program)
        try:
            return run(services, close_windows if call.until_ready else None)
        finally:
            services.close()
    _say("There is no display here, so no window. I play a whole rehearsal with spoken replies")
    _say("that come with the program. ./run --help lists what else works without a window.")
    return _demonstrate(call)


def _make_program() -> "Program":
    from trainer.app import Program

    return Program()


def _demonstrate(call: argparse.Namespace) -> int:
    from trainer.resources import asset

    _say("These replies are synthetic speech, so a tiny model made for synthetic speech listens.")
    call.scenario, call.seed = "lost-parcel", 1
    call.replies, call.text_replies = [asset("demo/replies")], None
    call.ears = str(asset("demo/vosk-model-tiny-synthetic-en"))
    call.report, call.json = Path("soft-answer-report.html").resolve(), False
    return _rehearse(call)


def _rehearse(call: argparse.Namespace) -> int:
    from trainer.records.interchange import rehearse_document
    from trainer.records.plain_text import scorecard_text, timeline_text
    from trainer.records.report import heading_of, write_report

    with _program() as program:
        scenario = program.library.scenario(call.scenario)
        timeline = _rehearsed(program, scenario, call)
        rating = program.rate(timeline, scenario)
        if call.report:
            write_report(call.report, heading_of(scenario), timeline, rating)
            _say(f"The report is in {call.report}")
        if call.json:
            _print_json(rehearse_document(scenario.id, timeline, rating))
        else:
            _print(timeline_text(timeline, scenario.customer.name))
            _print(scorecard_text(rating))
    return 0


def _rehearsed(program: "Program", scenario: "Scenario", call: argparse.Namespace) -> "Timeline":
    if call.text_replies:
        lines = _lines_of(call.text_replies)
        return program.rehearse_texts(scenario, [line for line in lines if line], call.seed)
    if call.replies:
        replies = _sound_files(call.replies)
        ears = _ears(program, call)
        return program.rehearse_recordings(scenario, replies, ears, call.seed, _say)
    return program.rehearse_aloud(scenario, _ears(program, call), call.seed, _say)


def _rate(call: argparse.Namespace) -> int:
    from trainer.records.interchange import rate_document
    from trainer.records.plain_text import scorecard_text, timeline_text
    from trainer.records.transcripts import read_transcript

    with _program() as program:
        scenario = program.library.scenario(call.scenario) if call.scenario else None
        if call.transcript:
            name = str(call.transcript)
            timeline = read_transcript(_lines_of(name), name, program.library.overlap_rules)
        else:
            if call.recording is None:
                raise WrongCall("Name a recording, or a transcript with --transcript.")
            ears = _ears(program, call)
            with _progress(f"Listening to {call.recording.name}") as progress:
                timeline = program.listen_to_recording(
                    call.recording, call.trainee_channel, ears, progress
                )
        rating = program.rate(timeline, scenario)
        if call.json:
            _print_json(rate_document(timeline, rating))
        else:
            _print(timeline_text(timeline, scenario.customer.name if scenario else "Customer"))
            _print(scorecard_text(rating))
    return 0


def _techniques(call: argparse.Namespace) -> int:
    from trainer.records.interchange import technique_document

    with _program() as program:
        detector = program.library.detector()
        for text in _lines_of(call.file):
            found = detector.detect(text.split())
            if call.json:
                _print_json(technique_document(text, found))
            else:
                heard = ", ".join(f'{one.id} ("{one.quote}", {one.strength:.2f})' for one in found)
                _print(f"{text}\n    {heard or 'no technique'}")
    return 0


def _scenarios_list(call: argparse.Namespace) -> int:
    with _program() as program:
        scenarios = tuple(program.library.scenarios.values())
        own = program.library.own
    if call.json:
        _print_json([_scenario_document(one, imported=one.id in own) for one in scenarios])
    for scenario in scenarios if not call.json else ():
        place = f"{scenario.place}, {scenario.setting.replace('_', ' ')}"
        _print(f"{scenario.id:16} {scenario.difficulty:7} {scenario.title} ({place})")
    return 0


def _scenario_document(scenario: "Scenario", *, imported: bool) -> dict[str, object]:
    from trainer.scenario.deciding import deciding

    shown = {"id", "title", "setting", "category", "occasion", "place", "difficulty"}
    shown |= {"competences", "minutes"}
    decides = sorted(competence.value for competence in deciding(scenario))
    told = scenario.model_dump(mode="json", include=shown)
    return {**told, "decides": decides, "imported": imported}


def _scenarios_check(call: argparse.Namespace) -> int:
    with _program() as program:
        checked = [program.library.check(path) for path in call.files]
    if call.json:
        _print_json([asdict(one) for one in checked])
    for one in checked:
        for mistake in one.mistakes:
            _say(mistake)
        for remark in one.remarks if not call.json else ():
            _print(f"{one.file}: {remark}")
        if not call.json and not one.mistakes:
            _print(f"{one.file}: can be rehearsed, {len(one.remarks)} remarks")
    return 1 if any(one.mistakes for one in checked) else 0


def _scenarios_new(call: argparse.Namespace) -> int:
    from trainer.rehearsal.library import write_starter

    write_starter(call.file)
    check = f"./run scenarios check {call.file}"
    _answer(
        call, {"file": str(call.file)}, f"{call.file} can be rehearsed. Change it, then: {check}"
    )
    return 0


def _scenarios_import(call: argparse.Namespace) -> int:
    with _program() as program:
        taken = [scenario.id for scenario in program.library.import_pack(call.file)]
    names = ", ".join(taken)
    _answer(call, {"imported": taken}, f"{len(taken)} scenarios can be rehearsed now: {names}.")
    return 0


def _scenarios_export(call: argparse.Namespace) -> int:
    with _program() as program:
        program.library.export_pack(call.file, call.ids)
    _answer(call, {"file": str(call.file), "exported": call.ids}, f"{call.file} is written.")
    return 0


def _scenarios_remove(call: argparse.Namespace) -> int:
    with _program() as program:
        program.library.remove(call.id)
    _answer(call, {"removed": call.id}, f"{call.id} is removed.")
    return 0


def _voices_list(call: argparse.Namespace) -> int:
    with _program() as program:
        voices = tuple(program.library.voices.values())
    if call.json:
        _print_json([voice.model_dump(mode="json") for voice in voices])
    for voice in voices if not call.json else ():
        _print(f"{voice.id:10} {voice.name}, {voice.sex}, {voice.age}")
    return 0


def _voices_say(call: argparse.Namespace) -> int:
    with _program() as program:
        spoken = program.say(call.voice, call.text, call.pressure, call.out)
    if call.json:
        words = [[word.text, word.start_ms, word.end_ms] for word in spoken.words]
        _print_json({"voice": call.voice, "length_ms": spoken.length_ms, "words": words})
    return 0


def _models_list(call: argparse.Namespace) -> int:
    from trainer.speech.models import catalogue, installed

    with _program() as program:
        here = {model.name: model.size_bytes for model in installed(program.folders.models)}
    known = {model.name: model for model in catalogue()}
    rows = [
        {
            "name": name,
            "installed": name in here,
            "language": known[name].language if name in known else "",
            "bytes": here[name] if name in here else known[name].size_bytes,
        }
        for name in (*known, *(name for name in here if name not in known))
    ]
    lines = (f"{row['name']:36} {'installed' if row['installed'] else ''}".rstrip() for row in rows)
    _answer(call, rows, "\n".join(lines))
    return 0


def _models_install(call: argparse.Namespace) -> int:
    from trainer.speech.models import install

    with _program() as program, _progress(call.name, unit="B") as progress:
        done = install(call.name, program.folders.models, progress)
    _answer(call, {"path": str(done.path), "verified": done.verified, "note": done.note}, done.note)
    return 0


def _models_import(call: argparse.Namespace) -> int:
    from trainer.speech.models import import_zip

    with _program() as program:
        done = import_zip(call.file, program.folders.models)
    _answer(call, {"path": str(done.path), "verified": done.verified, "note": done.note}, done.note)
    return 0


def _models_remove(call: argparse.Namespace) -> int:
    from trainer.speech.models import remove

    with _program() as program:
        remove(call.name, program.folders.models)
    _answer(call, {"removed": call.name}, f"{call.name} is removed.")
    return 0


def _doctor(call: argparse.Namespace) -> int:
    if call.sound_check:
        return _check_sound(call)
    from trainer.rehearsal.doctor import examine

    with _program() as program:
        folders = program.folders
        looks = examine(program.sound_system, program.library, folders.models, folders.data)
        findings = [_shown(finding, quietly=call.json) for finding in looks]
    if call.json:
        _print_json([asdict(finding) for finding in findings])
    return 0


def _check_sound(call: argparse.Namespace) -> int:
    with _program() as program:
        result = program.check_sound(_say)
    document = {
        "heard": result.heard,
        "duplex": result.duplex.value,
        "level_db": result.level_db,
        "noise_db": result.noise_db,
        "clipped": result.clipped,
        "echo_db": result.echo_db,
        "delay_ms": result.delay_ms,
        "drift_ppm": result.drift_ppm,
        "baseline": asdict(result.baseline),
        "verdict": result.verdict,
    }
    _answer(call, document, result.verdict)
    return 0


def _shown(finding: "Finding", *, quietly: bool) -> "Finding":
    if not quietly:
        _print(f"{'works' if finding.works else 'MEND':6} {finding.what}: {finding.says}")
    return finding


def _export(call: argparse.Namespace) -> int:
    from trainer.records.interchange import rehearse_document
    from trainer.records.report import heading_of, write_report

    with _program() as program:
        if call.rehearsal is None:
            _show_kept(call, program.records.rehearsals())
            return 0
        stored, rating = program.rated(call.rehearsal)
        if call.report:
            scenario = program.library.scenario(stored.summary.scenario_id)
            write_report(call.report, heading_of(scenario, stored.summary), stored.timeline, rating)
            _say(f"The report is in {call.report}")
    _print_json(rehearse_document(stored.summary.scenario_id, stored.timeline, rating))
    return 0


def _show_kept(call: argparse.Namespace, kept: "Sequence[RehearsalSummary]") -> None:
    rows = [
        {
            "rehearsal": one.id,
            "scenario": one.scenario_id,
            "title": one.scenario_title,
            "started_at": one.started_at.isoformat(),
            "overall": one.overall,
        }
        for one in kept
    ]
    lines = (
        f"{one.id:5}  {one.started_at.astimezone():%Y-%m-%d %H:%M}  {one.scenario_title}"
        for one in kept
    )
    _answer(call, rows, "\n".join(lines) or "No rehearsal has been kept yet.")


def _bench(call: argparse.Namespace) -> int:
    import runpy

    name = f"benchmarks.{call.name.replace('-', '_')}"
    if not _is_there(name):
        _say(f'There is no benchmark "{call.name}" here. They lie in benchmarks/ of a checkout.')
        return 1
    seed = [] if call.seed is None else ["--seed", str(call.seed)]
    sys.argv = [name, *seed, *(["--json"] if call.json else []), *call.options]
    runpy.run_module(name, run_name="__main__")
    return 0


def _is_there(module: str) -> bool:
    from importlib.util import find_spec

    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # the package itself is missing
        return False


# --- What commands share --------------------------------------------------------------------------


@contextmanager
def _program() -> "Iterator[Program]":
    program = _make_program()
    try:
        yield program
    finally:
        program.close()


def _ears(program: "Program", call: argparse.Namespace) -> "Ears":
    ears = program.ears(call.ears)
    _say(ears.note)
    return ears


@contextmanager
def _progress(what: str, unit: str = "ms") -> "Iterator[Callable[[int, int], None]]":
    from tqdm import tqdm

    with tqdm(desc=what, unit=unit, unit_scale=True, file=sys.stderr, disable=None) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total or None
            bar.update(done - bar.n)

        yield show


def _sound_files(paths: Sequence[Path]) -> list[Path]:
    """Return the files in the order given, and those in a folder by name."""
    found = [each for path in paths for each in (_inside(path) if path.is_dir() else [path])]
    if not found:
        raise BadFile(f"{paths[0]} holds no sound file. Put the replies there: 1.wav, 2.wav, …")
    return found


def _inside(folder: Path) -> list[Path]:
    """Return a folder's sound files as people count: 2.wav comes before 10.wav."""
    sounds = (path for path in folder.iterdir() if path.suffix.lower() in SOUNDS)
    return sorted((path for path in sounds if not path.name.startswith(".")), key=_as_counted)


def _as_counted(path: Path) -> list[tuple[int, str]]:
    parts = re.split(r"(\d+)", path.stem.lower())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _lines_of(file: str) -> list[str]:
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise BadFile(f"{file}: it can't be read as UTF-8 text. Name a text file.") from problem
    return [line.strip() for line in text.splitlines()]


class BadFile(Exception):  # noqa: N818 - the house speaks of what is bad, in sentences
    """A file on the command line can't be read."""


class WrongCall(Exception):  # noqa: N818 - likewise
    """What was asked for does not go together."""


def _is_said_plainly(problem: Exception) -> bool:
    from trainer.app import PROBLEMS

    return isinstance(problem, (BadFile, WrongCall, *PROBLEMS))


def _answer(call: argparse.Namespace, document: object, text: str) -> None:
    _print_json(document) if call.json else _print(text)


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _print_json(document: object) -> None:
    _print(json.dumps(document, allow_nan=False))


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


# --- The words of the command line ----------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="run", description="Rehearse with an upset customer, aloud and offline."
    )
    parser.add_argument("--version", action="version", version=f"Soft Answer {__version__}")
    parser.add_argument(
        "--until-ready", action="store_true", help="close the window once it can be used"
    )
    parser.set_defaults(run=_start)
    words = parser.add_subparsers(title="words", metavar="WORD")
    _add_rehearse(words)
    _add_rate(words)
    _add_scenarios(words)
    _add_voices(words)
    _add_models(words)
    techniques = _add(
        words, "techniques", _techniques, "which techniques replies hold, line by line"
    )
    techniques.add_argument("file", nargs="?", default="-", help="a reply a line; - is stdin")
    doctor = _add(words, "doctor", _doctor, "what works on this computer, and how to mend the rest")
    doctor.add_argument("--sound-check", action="store_true", help="how well the trainee is heard")
    export = _add(words, "export", _export, "write out a rehearsal that was kept")
    export.add_argument("rehearsal", nargs="?", type=int, help="its number; without one, the list")
    export.add_argument("--report", type=Path, help="write the HTML report there too")
    bench = _add(words, "bench", _bench, "measure how fast and how right it is")
    bench.add_argument("name", nargs="?", default="overview")
    bench.add_argument("--seed", type=int, help="other data; the benchmark says which it takes")
    return parser


def _add_rehearse(words: "Words") -> None:
    rehearse = _add(words, "rehearse", _rehearse, "a whole rehearsal without a window")
    rehearse.add_argument("scenario", help="id of a scenario, or a scenario file")
    replies = rehearse.add_mutually_exclusive_group()
    replies.add_argument(
        "--replies", nargs="+", type=Path, metavar="FILE", help="sound files in order, or a folder"
    )
    replies.add_argument("--text-replies", metavar="FILE", help="a reply a line; - is stdin")
    rehearse.add_argument("--seed", type=int, default=1, help="another customer, same temper")
    rehearse.add_argument("--report", type=Path, metavar="OUT.html")
    rehearse.add_argument("--ears", help="a model's name or folder, or pocketsphinx")


def _add_rate(words: "Words") -> None:
    rate = _add(words, "rate", _rate, "rate a recorded conversation")
    rate.add_argument("recording", type=Path, nargs="?", help="customer left, trainee right")
    rate.add_argument("--trainee-channel", choices=("right", "left", "mono"), default="right")
    rate.add_argument("--scenario", help="id of the scenario that it follows")
    rate.add_argument("--transcript", type=Path, metavar="FILE", help="a turn a line, as JSON")
    rate.add_argument("--ears", help="a model's name or folder, or pocketsphinx")


def _add_scenarios(words: "Words") -> None:
    scenarios = _group(words, "scenarios", "list, check, begin, import and export scenarios")
    _add(scenarios, "list", _scenarios_list, "what can be rehearsed")
    check = _add(scenarios, "check", _scenarios_check, "find mistakes, with line and mend")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    new = _add(scenarios, "new", _scenarios_new, "write a small scenario to start from")
    new.add_argument("file", nargs="?", type=Path, default=Path("my-scenario.yaml"))
    import_ = _add(scenarios, "import", _scenarios_import, "take in the scenarios of a zip file")
    import_.add_argument("file", type=Path, metavar="PACK.zip")
    export = _add(scenarios, "export", _scenarios_export, "write scenarios into a zip file")
    export.add_argument("file", type=Path, metavar="PACK.zip")
    export.add_argument("ids", nargs="+", metavar="ID")
    remove = _add(scenarios, "remove", _scenarios_remove, "delete an imported scenario")
    remove.add_argument("id", metavar="ID")


def _add_voices(words: "Words") -> None:
    voices = _group(words, "voices", "list and try the customers' voices")
    _add(voices, "list", _voices_list, "who can be heard")
    say = _add(voices, "say", _voices_say, "speak a text")
    say.add_argument("voice")
    say.add_argument("text")
    say.add_argument("--pressure", type=_pressure, default=50, metavar="0..100")
    say.add_argument("--out", type=Path, metavar="WAV", help="write it instead of playing it")


def _add_models(words: "Words") -> None:
    models = _group(words, "models", "list, install, import and remove speech models")
    _add(models, "list", _models_list, "what is installed, and what can be")
    install = _add(models, "install", _models_install, "download a model")
    install.add_argument("name")
    import_ = _add(models, "import", _models_import, "install a model from a zip file")
    import_.add_argument("file", type=Path, metavar="FILE.zip")
    remove = _add(models, "remove", _models_remove, "delete an installed model")
    remove.add_argument("name")


def _pressure(text: str) -> int:
    if not text.isdecimal() or int(text) > 100:
        raise argparse.ArgumentTypeError(f'"{text}" is no number from 0 to 100')
    return int(text)


def _group(words: "Words", name: str, what: str) -> "Words":
    group = words.add_parser(name, help=what, description=what)
    return group.add_subparsers(title="words", metavar="WORD", required=True)


def _add(
    words: "Words", name: str, run: Callable[[argparse.Namespace], int], what: str
) -> argparse.ArgumentParser:
    parser = words.add_parser(name, help=what, description=what)
    parser.add_argument("--json", action="store_true", help="only JSON on stdout")
    parser.set_defaults(run=run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
