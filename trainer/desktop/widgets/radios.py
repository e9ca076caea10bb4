"""Choices of which one holds."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

__all__ = ["check"]

K = TypeVar("K")


def check(choices: Mapping[K, QRadioButton], chosen: K) -> None:
    """Check that choice and let all be chosen: Tab goes to the checked one, arrows to others."""
    choices[chosen].setChecked(True)
    for each, choice in choices.items():
        choice.setEnabled(True)
        policy = Qt.FocusPolicy.StrongFocus if each is chosen else Qt.FocusPolicy.ClickFocus
        choice.setFocusPolicy(policy)
