"""The program behind a word: made when the word is run, and let go of after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from trainer.commands.output import say

if TYPE_CHECKING:
    from trainer.app import Program
    from trainer.speech.ears import Ears

__all__ = ["make_program", "open_program", "wanted_ears"]


@contextmanager
def open_program() -> "Iterator[Program]":
    """Make the program, and close it in the end."""
    program = make_program()
    try:
        yield program
    finally:
        program.close()


def make_program() -> "Program":
    """Make the program, which is slow to import."""
    from trainer.app import Program

    return Program()


def wanted_ears(program: "Program", wanted: str | None) -> "Ears":
    """Load what listens, and say what it is."""
    ears = program.ears(wanted)
    say(ears.note)
    return ears
