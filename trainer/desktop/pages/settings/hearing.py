"""What hears the trainee: the recogniser, and the speech models that come and go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.desktop.pages.settings.model_row import ModelRow
from trainer.desktop.pages.settings.part import Part
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.choice import Choice, Option
from trainer.desktop.widgets.layouts import Wrap, clear, stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.desktop.services import EarsChoice, ModelChoice
    from trainer.records.settings import Settings

__all__ = ["HearingPart"]

POCKETSPHINX = "pocketsphinx"


class HearingPart(Part):
    """Recogniser and models."""

    def compose(self) -> None:
        """Put everything in its place."""
        self._models: tuple[ModelChoice, ...] = ()
        self._recogniser = Choice(self.tr("Which one"))
        self._ears = Text(self.tr("Looking who can listen …"), "small")
        self._rows = stack(Space.ROOM)
        self._offline = Text("", "small")
        self._file = Button(self.tr("Bring in a zip file …"))
        self._folder = Button(self.tr("Bring in a folder …"))
        self._file.clicked.connect(partial(self._ask, QFileDialog.FileMode.ExistingFile))
        self._folder.clicked.connect(partial(self._ask, QFileDialog.FileMode.Directory))
        self._recogniser.chosen.connect(lambda name: self._keeper.keep(recogniser=name))
        self._keeper.kept.connect(self._ask_ears)
        self._lay_out()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen; a model that is gone is still among the choices."""
        self._recogniser.offer(self._options(settings.recogniser))
        self._recogniser.show_chosen(settings.recogniser)

    def arrive(self) -> None:
        """Look which models there are."""
        self._look()
        self._ask_ears()

    def leave(self) -> None:
        """Stop what is being downloaded; what has come stays for the next time."""
        for row in self.findChildren(ModelRow):
            row.stop()

    def _lay_out(self) -> None:
        who = self.card(self.tr("Recogniser"))
        who.addWidget(self._recogniser)
        who.addWidget(self._ears)
        models = self.card(
            self.tr("Speech models"),
            self.tr("A larger one hears better and needs more memory. All work without a network."),
        )
        holder = QWidget()
        holder.setLayout(self._rows)
        models.addWidget(holder)
        models.addWidget(self._offline)
        buttons = Wrap(gap=Space.SNUG)
        buttons.addWidget(self._file)
        buttons.addWidget(self._folder)
        models.addLayout(buttons)

    def _ask_ears(self, _: object = None) -> None:
        self._bridge.fetch(self, self._services.ears, self._show_ears, self._ears.say)

    def _show_ears(self, ears: EarsChoice) -> None:
        self._ears.say(ears.note)

    def _look(self) -> None:
        self._bridge.fetch(self, self._services.models, self._show_models, self.troubled.emit)

    def _show_models(self, models: Sequence[ModelChoice]) -> None:
        self._models = tuple(models)
        clear(self._rows)
        for model in models:
            row = ModelRow(model, self._services, self._bridge)
            row.troubled.connect(self.troubled)
            row.changed.connect(self._tell_and_look)
            self._rows.addWidget(row)
        self._offline.say(self._without_network())
        if self._keeper.settings is not None:
            self.show_settings(self._keeper.settings)

    def _without_network(self) -> str:
        wanted = next((one for one in self._models if one.url and not one.installed), None)
        if wanted is None:
            return self.tr("A model from a USB stick can be brought in as a zip file or a folder.")
        return self.tr(
            "No network here? On another computer, download {url} to a USB stick, then bring the "
            "zip file in."
        ).format(url=wanted.url)

    def _options(self, chosen: str) -> tuple[Option, ...]:
        automatic = Option("", self.tr("Automatic"), self.tr("The best that is installed."))
        sphinx = Option(POCKETSPHINX, "PocketSphinx", self.tr("Always here; mishears a lot."))
        vosk = [
            Option(one.name, f"Vosk {one.name}", one.note) for one in self._models if one.installed
        ]
        if chosen in ("", POCKETSPHINX) or any(one.value == chosen for one in vosk):
            return (automatic, *vosk, sphinx)
        gone = Option(chosen, chosen, self.tr("Not installed now. Install it, or choose another."))
        return (automatic, *vosk, sphinx, gone)

    def _ask(self, mode: QFileDialog.FileMode, _: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal gives it so
        zips = self.tr("Speech models (*.zip)")
        dialog = QFileDialog(self, self.tr("Bring in a speech model"), "", zips)
        dialog.setFileMode(mode)
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, name: str) -> None:
        """Bring in the model of that zip file or folder."""
        for button in (self._file, self._folder):
            button.setEnabled(False)
        self._bridge.fetch(
            self,
            lambda: self._services.import_model(Path(name)),
            self._show_taken,
            self._show_not_taken,
        )

    def _show_taken(self, note: str) -> None:
        self._rest()
        self._tell_and_look(note)

    def _show_not_taken(self, problem: str) -> None:
        self._rest()
        self.troubled.emit(problem)

    def _rest(self) -> None:
        for button in (self._file, self._folder):
            button.setEnabled(True)

    def _tell_and_look(self, note: str) -> None:
        self.told.emit(note)
        self._look()
        self._keeper.fetch()
