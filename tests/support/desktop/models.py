"""Speech models that come and go in memory."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from tests.support.desktop.refusing import Refusing
from trainer.desktop.services import ModelChoice
from trainer.speech.downloads import DownloadCancelledProblem

__all__ = ["FakeModels"]


@dataclass
class FakeModels(Refusing):
    """`ModelServices` whose downloads wait for `arriving`."""

    shelf: tuple[ModelChoice, ...] = (
        ModelChoice("small", "en-us", "Small and quick.", 41_000_000, installed=True, url="u/s"),
        ModelChoice("large", "en-us", "Best hearing.", 1_900_000_000, installed=False, url="u/l"),
    )
    arriving: Event | None = None

    def models(self) -> tuple[ModelChoice, ...]:
        """Return the shelf."""
        self._refuse("models")
        return self.shelf

    def install_model(
        self, name: str, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> str:
        """Bring half of it, wait, and bring the rest unless it was cancelled."""
        self._refuse("install_model")
        progress(950_000_000, 1_900_000_000)
        if self.arriving:
            self.arriving.wait(5)
        if cancelled():
            raise DownloadCancelledProblem("Stopped.")
        self._set(name, installed=True)
        return f"{name} is installed."

    def import_model(self, path: Path) -> str:
        """Put one of that name on the shelf."""
        self._refuse("import_model")
        self.shelf = (*self.shelf, ModelChoice(path.stem, "", "", 1000, installed=True))
        return f"{path.stem} is installed."

    def remove_model(self, name: str) -> None:
        """Take it off."""
        self._refuse("remove_model")
        self._set(name, installed=False)

    def _set(self, name: str, *, installed: bool) -> None:
        self.shelf = tuple(
            replace(one, installed=installed) if one.name == name else one for one in self.shelf
        )
