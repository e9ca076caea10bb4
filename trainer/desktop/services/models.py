"""Speech models: what could hear the trainee, and how that comes and goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

__all__ = ["ModelChoice", "ModelServices"]


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A speech model.

    Attributes:
        note: What it is good for; empty where that is not known.
        size_bytes: On the disk when it is installed, of the download otherwise.
        url: Where it can be fetched by hand; empty where that is not known.
    """

    name: str
    language: str
    note: str
    size_bytes: int
    installed: bool
    url: str = ""


class ModelServices(Protocol):
    """The models on this computer, and those that can be had."""

    def models(self) -> tuple[ModelChoice, ...]:
        """Return them, from plain to good."""

    def install_model(
        self,
        name: str,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> str:
        """Download a model; `progress` is told how many bytes of how many. Return what was done.

        Raises:
            ModelProblem: It can't be had; the message says what to do.
        """

    def import_model(self, path: Path) -> str:
        """Take in a model from its zip file or its folder. Return what was done.

        Raises:
            ModelProblem: There is none in it; the message says what to do.
        """

    def remove_model(self, name: str) -> None:
        """Delete a model; a recogniser that was chosen by its name is chosen no longer.

        Raises:
            ModelProblem: It can't be deleted; the message says what to do.
        """
