"""`models`: list, install, import and remove speech models."""

import argparse
from pathlib import Path

from trainer.commands.output import answer, show_progress
from trainer.commands.program import open_program
from trainer.commands.words import Words, add_group, add_word

__all__ = ["add"]


def add(words: Words) -> None:
    """Add the word and those after it."""
    models = add_group(words, "models", "list, install, import and remove speech models")
    add_word(models, "list", _list, "what is installed, and what can be")
    install = add_word(models, "install", _install, "download a model")
    install.add_argument("name")
    import_ = add_word(models, "import", _import, "install a model from a zip file")
    import_.add_argument("file", type=Path, metavar="FILE.zip")
    remove = add_word(models, "remove", _remove, "delete an installed model")
    remove.add_argument("name")


def _list(call: argparse.Namespace) -> int:
    from trainer.speech.models import catalogue, installed

    with open_program() as program:
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
    answer(call, rows, "\n".join(lines))
    return 0


def _install(call: argparse.Namespace) -> int:
    from trainer.speech.models import install

    with open_program() as program, show_progress(call.name, unit="B") as progress:
        done = install(call.name, program.folders.models, progress)
    answer(call, {"path": str(done.path), "verified": done.verified, "note": done.note}, done.note)
    return 0


def _import(call: argparse.Namespace) -> int:
    from trainer.speech.models import import_zip

    with open_program() as program:
        done = import_zip(call.file, program.folders.models)
    answer(call, {"path": str(done.path), "verified": done.verified, "note": done.note}, done.note)
    return 0


def _remove(call: argparse.Namespace) -> int:
    from trainer.speech.models import remove

    with open_program() as program:
        remove(call.name, program.folders.models)
    answer(call, {"removed": call.name}, f"{call.name} is removed.")
    return 0
