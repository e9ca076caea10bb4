"""Which scenarios of the library are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from trainer.scenario.scenario import Scenario

__all__ = ["Narrowing"]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What somebody has asked for; an empty field asks for nothing.

    Attributes:
        text: Each of its words has to be somewhere on the card or in who the customer is.
        settings: One of these.
        difficulties: One of these.
        competence: It has to practise that.
        not_done: Only what was never rehearsed.
    """

    text: str = ""
    settings: frozenset[str] = frozenset()
    difficulties: frozenset[str] = frozenset()
    competence: str = ""
    not_done: bool = False

    def keeps(self, scenario: Scenario, card: str, done: Container[str]) -> bool:
        """Tell whether a scenario is shown; `card` is what its card says."""
        said = f"{card} {scenario.place} {scenario.customer.who}".casefold()
        return (
            all(word.casefold() in said for word in self.text.split())
            and (not self.settings or scenario.setting in self.settings)
            and (not self.difficulties or scenario.difficulty in self.difficulties)
            and (not self.competence or self.competence in scenario.competences)
            and not (self.not_done and scenario.id in done)
        )
