"""What the person has chosen, and what they choose now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from trainer.records.settings import Settings

__all__ = ["ChoiceServices"]


class ChoiceServices(Protocol):
    """The settings; a choice is kept at once."""

    def choices(self) -> Settings:
        """Return what is chosen."""

    def choose(self, **values: object) -> Settings:
        """Keep other values; return what is chosen now.

        Raises:
            RecordsProblem: They can't be written; the message says what to do.
        """

    def remarks(self) -> tuple[str, ...]:
        """Return what the person should know of how the settings were read."""

    def usual_band(self) -> tuple[int, int]:
        """Return the rubric's own pace band, in words a minute."""

    def shows_fluency(self) -> bool:
        """Tell whether fillers and pauses are rated, and so shown, to this person."""
