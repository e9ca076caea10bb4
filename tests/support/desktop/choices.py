"""Settings in memory."""

from dataclasses import dataclass, field

from tests.support.desktop.refusing import Refusing
from trainer.records.settings import Settings

__all__ = ["FakeChoices"]


@dataclass
class FakeChoices(Refusing):
    """`ChoiceServices` without a file."""

    settings: Settings = field(default_factory=Settings)
    remarked: tuple[str, ...] = ()

    def choices(self) -> Settings:
        """Return what is chosen."""
        self._refuse("choices")
        return self.settings

    def choose(self, **values: object) -> Settings:
        """Keep other values."""
        self._refuse("choose")
        self.settings = self.settings.changed(**values)
        return self.settings

    def remarks(self) -> tuple[str, ...]:
        """Return what the test wants to be told."""
        return self.remarked

    def usual_band(self) -> tuple[int, int]:
        """Return the bundled rubric's."""
        return 120, 160

    def shows_fluency(self) -> bool:
        """Return what is chosen."""
        return self.settings.rates_fluency
