"""`scenarios`: list, check and begin scenario files."""

import argparse
from pathlib import Path

from trainer.commands.output import answer, say, write, write_json
from trainer.commands.program import open_program
from trainer.commands.words import Words, add_group, add_word

__all__ = ["add"]


def add(words: Words) -> None:
    """Add the word and those after it."""
    scenarios = add_group(words, "scenarios", "list, check and begin scenario files")
    add_word(scenarios, "list", _list, "what can be rehearsed")
    check = add_word(scenarios, "check", _check, "find mistakes, with line and mend")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    new = add_word(scenarios, "new", _new, "write a small scenario to start from")
    new.add_argument("file", nargs="?", type=Path, default=Path("my-scenario.yaml"))


def _list(call: argparse.Namespace) -> int:
    with open_program() as program:
        scenarios = tuple(program.library.scenarios.values())
    if call.json:
        shown = {"id", "title", "setting", "place", "difficulty", "competences", "minutes"}
        write_json([scenario.model_dump(mode="json", include=shown) for scenario in scenarios])
    for scenario in scenarios if not call.json else ():
        place = f"{scenario.place}, {scenario.setting.replace('_', ' ')}"
        write(f"{scenario.id:16} {scenario.difficulty:7} {scenario.title} ({place})")
    return 0


def _check(call: argparse.Namespace) -> int:
    from dataclasses import asdict

    with open_program() as program:
        checked = [program.library.check(path) for path in call.files]
    if call.json:
        write_json([asdict(one) for one in checked])
    for one in checked:
        for mistake in one.mistakes:
            say(mistake)
        for remark in one.remarks if not call.json else ():
            write(f"{one.file}: {remark}")
        if not call.json and not one.mistakes:
            write(f"{one.file}: can be rehearsed, {len(one.remarks)} remarks")
    return 1 if any(one.mistakes for one in checked) else 0


def _new(call: argparse.Namespace) -> int:
    from trainer.rehearsal.library import write_starter

    write_starter(call.file)
    check = f"./run scenarios check {call.file}"
    answer(
        call, {"file": str(call.file)}, f"{call.file} can be rehearsed. Change it, then: {check}"
    )
    return 0
