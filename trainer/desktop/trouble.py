"""Turns whatever a service raises into a sentence for the person at the window."""

import logging

from PySide6.QtCore import QCoreApplication

__all__ = ["sentence"]


def sentence(problem: Exception) -> str:
    """Return the program's own message as it stands, or a calm one for anything unforeseen."""
    if type(problem).__module__.startswith("trainer."):
        return str(problem)

    logging.getLogger(__name__).error("A service failed", exc_info=problem)
    return QCoreApplication.translate(
        "Trouble",
        "That did not work, and the reason is not one we know ({reason}). What you rehearsed is "
        "safe. Try again; if it stays so, “./run doctor” says what is missing.",
    ).format(reason=str(problem) or type(problem).__name__)
