"""`scenarios`: list, check and begin scenario files; take packs of them in and give them out."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.commands.output import answer, say, write, write_json
from trainer.commands.program import open_program
from trainer.commands.words import Words, add_group, add_word

if TYPE_CHECKING:
    from trainer.scenario.scenario import Scenario

__all__ = ["add"]


def add(words: Words) -> None:
    """Add the word and those after it."""
    scenarios = add_group(words, "scenarios", "list, check, begin, import and export scenarios")
    add_word(scenarios, "list", _list, "what can be rehearsed")
    check = add_word(scenarios, "check", _check, "find mistakes, with line and mend")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    new = add_word(scenarios, "new", _new, "write a small scenario to start from")
    new.add_argument("file", nargs="?", type=Path, default=Path("my-scenario.yaml"))
    import_ = add_word(scenarios, "import", _import, "take in the scenarios of a zip file")
    import_.add_argument("file", type=Path, metavar="PACK.zip")
    export = add_word(scenarios, "export", _export, "write scenarios into a zip file")
    export.add_argument("file", type=Path, metavar="PACK.zip")
    export.add_argument("ids", nargs="+", metavar="ID")
    remove = add_word(scenarios, "remove", _remove, "delete an imported scenario")
    remove.add_argument("id", metavar="ID")


def _list(call: argparse.Namespace) -> int:
    with open_program() as program:
        scenarios = tuple(program.library.scenarios.values())
        own = program.library.own
    if call.json:
        write_json([_document(one, imported=one.id in own) for one in scenarios])
    for scenario in scenarios if not call.json else ():
        place = f"{scenario.place}, {scenario.setting.replace('_', ' ')}"
        write(f"{scenario.id:16} {scenario.difficulty:7} {scenario.title} ({place})")
    return 0


def _document(scenario: "Scenario", *, imported: bool) -> dict[str, object]:
    from trainer.scenario.deciding import deciding

    shown = {"id", "title", "setting", "category", "occasion", "place", "difficulty"}
    shown |= {"competences", "minutes"}
    decides = sorted(competence.value for competence in deciding(scenario))
    told = scenario.model_dump(mode="json", include=shown)
    return {**told, "decides": decides, "imported": imported}


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


def _import(call: argparse.Namespace) -> int:
    with open_program() as program:
        taken = [scenario.id for scenario in program.library.import_pack(call.file)]
    names = ", ".join(taken)
    answer(call, {"imported": taken}, f"{len(taken)} scenarios can be rehearsed now: {names}.")
    return 0


def _export(call: argparse.Namespace) -> int:
    with open_program() as program:
        program.library.export_pack(call.file, call.ids)
    answer(call, {"file": str(call.file), "exported": call.ids}, f"{call.file} is written.")
    return 0


def _remove(call: argparse.Namespace) -> int:
    with open_program() as program:
        program.library.remove(call.id)
    answer(call, {"removed": call.id}, f"{call.id} is removed.")
    return 0
