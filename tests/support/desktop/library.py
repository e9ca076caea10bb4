"""A shelf of scenarios in memory."""

from dataclasses import dataclass, field
from pathlib import Path

from tests.support.desktop.examples import example_scenarios
from tests.support.desktop.refusing import Refusing
from trainer.scenario.scenario import Scenario

__all__ = ["FakeLibrary"]


@dataclass
class FakeLibrary(Refusing):
    """`LibraryServices` that begin with four scenarios."""

    library: tuple[Scenario, ...] = field(default_factory=example_scenarios)

    def scenarios(self) -> tuple[Scenario, ...]:
        """Return the library."""
        self._refuse("scenarios")
        return self.library

    def import_pack(self, path: Path) -> tuple[Scenario, ...]:
        """Take the first scenario again, under the pack's name."""
        self._refuse("import_pack")
        taken = self.library[0].model_copy(update={"id": path.stem, "title": path.stem})
        self.library = (*self.library, taken)
        return (taken,)
