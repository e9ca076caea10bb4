"""The speech models in the program's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.desktop.backstage.stage import Stage
from trainer.desktop.services.models import ModelChoice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["ModelBackstage"]


class ModelBackstage(Stage):
    """`ModelServices` over the catalogue and the models' folder."""

    def models(self) -> tuple[ModelChoice, ...]:
        """Return those of the catalogue, from plain to good, and then others that are here."""
        from trainer.speech.models import catalogue, installed

        here = {model.name: model for model in installed(self.program.folders.models)}
        known = tuple(
            ModelChoice(
                name=one.name,
                language=one.language,
                note=one.note,
                size_bytes=here[one.name].size_bytes if one.name in here else one.size_bytes,
                installed=one.name in here,
                url=one.url,
            )
            for one in catalogue()
        )
        listed = {one.name for one in known}
        others = (
            ModelChoice(one.name, "", "", one.size_bytes, installed=True)
            for name, one in here.items()
            if name not in listed
        )
        return (*known, *others)

    def install_model(
        self,
        name: str,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> str:
        """Download a model; return what was done."""
        from trainer.speech.models import install

        return install(name, self.program.folders.models, progress, cancelled).note

    def import_model(self, path: Path) -> str:
        """Take in a model from its zip file or its folder; return what was done."""
        from trainer.speech.models import import_folder, import_zip

        take = import_folder if path.is_dir() else import_zip
        return take(path, self.program.folders.models).note

    def remove_model(self, name: str) -> None:
        """Delete a model, and choose it no longer."""
        from trainer.speech.models import remove

        remove(name, self.program.folders.models)
        if self.program.settings.recogniser == name:
            self.program.change_settings(recogniser="")
