"""How it goes from rehearsal to rehearsal, for whoever is rehearsing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from trainer.records.progress import Progress

__all__ = ["ProgressServices"]


class ProgressServices(Protocol):
    """What the page of progress draws."""

    def progress(self) -> Progress:
        """Return the courses of marks and competences, and what went well lately."""
