"""`techniques`: which techniques replies hold, line by line."""

import argparse

from trainer.commands.input import lines_of
from trainer.commands.output import write, write_json
from trainer.commands.program import open_program
from trainer.commands.words import Words, add_word

__all__ = ["add"]


def add(words: Words) -> None:
    """Add the word."""
    techniques = add_word(words, "techniques", _run, "which techniques replies hold, line by line")
    techniques.add_argument("file", nargs="?", default="-", help="a reply a line; - is stdin")


def _run(call: argparse.Namespace) -> int:
    from trainer.records.interchange import technique_document

    with open_program() as program:
        detector = program.library.detector()
        for text in lines_of(call.file):
            found = detector.detect(text.split())
            if call.json:
                write_json(technique_document(text, found))
            else:
                heard = ", ".join(f'{one.id} ("{one.quote}", {one.strength:.2f})' for one in found)
                write(f"{text}\n    {heard or 'no technique'}")
    return 0
