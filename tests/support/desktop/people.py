"""People in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.support.desktop.refusing import Refusing

__all__ = ["FakePeople"]


@dataclass
class FakePeople(Refusing):
    """`PeopleServices`; Ada and Ben rehearse here, and Ada was last."""

    known: list[str] = field(default_factory=lambda: ["Ada", "Ben"])
    rehearsing: str = "Ada"

    def person(self) -> str:
        """Return who was chosen last."""
        self._refuse("person")
        return self.rehearsing

    def people(self) -> Sequence[str]:
        """Return everybody."""
        return sorted(self.known)

    def choose_person(self, name: str) -> None:
        """Remember them."""
        self._refuse("choose_person")
        self.known = sorted({*self.known, name})
        self.rehearsing = name
