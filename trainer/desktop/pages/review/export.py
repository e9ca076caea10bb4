"""Export: one button whose menu asks what, and a dialog that asks where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from trainer.desktop.widgets.buttons import Button

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import Services
    from trainer.records.store import RehearsalId, StoredRehearsal

__all__ = ["Export"]


@dataclass(frozen=True, slots=True)
class Format:
    """What can be written.

    Attributes:
        word: In the menu.
        names: What files of it are called, for the dialog.
        ending: Theirs, without the dot.
        done: The sentence once it is there.
        write: Writes it.
    """

    word: str
    names: str
    ending: str
    done: str
    write: Callable[[RehearsalId, Path], None]


class Export(Button):
    """The button and its menu.

    Signals: `done` carries a sentence and the path of what was written, `troubled` a sentence.
    """

    done = Signal(str, object)
    troubled = Signal(str)

    def __init__(
        self,
        stored: StoredRehearsal,
        services: Services,
        bridge: Bridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Export …"), "export", parent=parent)
        self._stored, self._services, self._bridge = stored, services, bridge
        menu = QMenu(self)
        rated, recorded = bool(stored.rating), bool(stored.recording)
        clips = menu.addAction(self.tr("Put sound clips into the web page"))
        clips.setCheckable(True)
        clips.setEnabled(rated and recorded)
        self._clips = clips
        menu.addSeparator()
        for form, possible in zip(self._formats(), (rated, rated, recorded, True), strict=True):
            action = menu.addAction(form.word)
            action.setEnabled(possible)
            action.triggered.connect(partial(self._ask_where, form))
        self.setMenu(menu)

    def _formats(self) -> tuple[Format, ...]:
        services = self._services
        report, told = self._write_page, self.tr("The report is in {path}.")
        page, pdf = self.tr("Web page (*.html)"), self.tr("PDF (*.pdf)")
        sound, data = self.tr("Sound (*.flac *.wav)"), self.tr("JSON (*.json)")
        return (
            Format(self.tr("Report as a web page …"), page, "html", told, report),
            Format(self.tr("Report as a PDF …"), pdf, "pdf", told, services.export_report),
            Format(
                self.tr("Sound of the call …"),
                sound,
                "flac",
                self.tr("The sound is in {path}."),
                services.export_sound,
            ),
            Format(
                self.tr("All data, as JSON …"),
                data,
                "json",
                self.tr("The data is in {path}."),
                services.export_data,
            ),
        )

    def _write_page(self, rehearsal: RehearsalId, path: Path) -> None:
        self._services.export_report(rehearsal, path, clips=self._clips.isChecked())

    def _ask_where(self, form: Format) -> None:
        dialog = QFileDialog(self, form.word, "", form.names)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form.ending)
        dialog.selectFile(f"{self._stored.summary.scenario_id}.{form.ending}")
        dialog.fileSelected.connect(partial(self._write, form))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, form: Format, name: str) -> None:
        path = Path(name)
        self._bridge.fetch(
            self,
            partial(form.write, self._stored.summary.id, path),
            lambda _: self.done.emit(form.done.format(path=path), path),
            self.troubled.emit,
        )
