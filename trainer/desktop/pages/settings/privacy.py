"""What is kept of the person: for how long, where, to take along and to delete."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QProgressBar

from trainer.desktop.pages.settings.model_row import megabytes
from trainer.desktop.pages.settings.part import Part
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.choice import Choice, Option
from trainer.desktop.widgets.layouts import Wrap, stack, surface
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from trainer.desktop.services import Belongings
    from trainer.records.settings import Settings
    from trainer.records.store import RehearsalId

__all__ = ["PrivacyPart"]


class PrivacyPart(Part):
    """What is kept, and how it goes."""

    def compose(self) -> None:
        """Put everything in its place."""
        self._mine: Belongings | None = None
        self._aside: tuple[RehearsalId, ...] = ()
        self._putting = False
        self._cancel: Event | None = None
        self._days = Choice(self.tr("The sound of your calls is kept"), self._spans())
        self._note = Text("", "small")
        self._where, self._open = Text("", "small"), Button(self.tr("Open the folder"))
        self._amount, self._bar = Text(self.tr("Counting …"), "soft"), QProgressBar()
        self._export = Button(self.tr("Export everything of mine …"), "export")
        self._delete = Button(self.tr("Delete everything of mine …"), "trash")
        self._asked, self._sure = Text(), Button(self.tr("Delete it all"), "trash", "armed")
        self._undo = Button(self.tr("Undo"), "back")
        self._question = self._ask()
        self._lay_out()
        self._connect()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen, and what follows from it."""
        self._days.show_chosen(settings.keep_recordings_days)
        self._note.say(self._what_follows(settings.keep_recordings_days))

    def arrive(self) -> None:
        """Count what there is."""
        self._count()

    def leave(self) -> None:
        """Stop an export, and delete for good what was deleted and not brought back."""
        if self._cancel:
            self._cancel.set()
        aside, self._aside = self._aside, ()
        if self._putting:
            self._putting = False
            self._bridge.fetch(
                self,
                lambda: self._services.delete_for_good(aside),
                lambda _: None,
                self.troubled.emit,
            )
        self._show_question(shown=False)

    def _lay_out(self) -> None:
        kept = self.card(self.tr("Recordings"))
        kept.addWidget(self._days)
        kept.addWidget(self._note)
        kept.addWidget(self._where)
        kept.addWidget(self._open)
        mine = self.card(
            self.tr("Everything of yours"),
            self.tr("It lies on this computer and nowhere else."),
        )
        mine.addWidget(self._amount)
        buttons = Wrap(gap=Space.SNUG)
        buttons.addWidget(self._export)
        buttons.addWidget(self._delete)
        mine.addLayout(buttons)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How much is exported"))
        self._bar.hide()
        mine.addWidget(self._bar)
        mine.addWidget(self._question)
        self._undo.hide()
        mine.addWidget(self._undo)

    def _ask(self) -> QFrame:
        column = stack(Space.SNUG, Space.ROOM)
        column.addWidget(self._asked)
        buttons = Wrap(gap=Space.SNUG)
        keep = Button(self.tr("Keep it"))
        keep.clicked.connect(lambda: self._show_question(shown=False))
        buttons.addWidget(keep)
        buttons.addWidget(self._sure)
        column.addLayout(buttons)
        frame = surface(column, "notice")
        frame.hide()
        return frame

    def _connect(self) -> None:
        self._days.chosen.connect(lambda days: self._keeper.keep(keep_recordings_days=days))
        self._open.clicked.connect(self._open_folder)
        self._export.clicked.connect(self._export_or_stop)
        self._delete.clicked.connect(lambda: self._show_question(shown=True))
        self._sure.clicked.connect(self._put_aside)
        self._undo.clicked.connect(self._bring_back)

    def _spans(self) -> tuple[Option, ...]:
        return (
            Option(None, self.tr("For ever")),
            Option(30, self.tr("30 days")),
            Option(0, self.tr("Not at all"), self.tr("Calls can't be played again then.")),
        )

    def _what_follows(self, days: int | None) -> str:
        if days is None:
            return self.tr("Nothing is deleted unless you delete it.")
        if days:
            return self.tr(
                "Older sound of everybody who rehearses here is deleted at each start; marks and "
                "transcripts stay."
            )
        return self.tr(
            "From the next call on. What is there of everybody who rehearses here is deleted at "
            "the next start; marks and transcripts stay."
        )

    def _count(self) -> None:
        self._bridge.fetch(self, self._services.belongings, self._show_mine, self.troubled.emit)

    def _show_mine(self, mine: Belongings) -> None:
        self._mine, amount = mine, mine.amount
        figures = {
            "name": mine.profile,
            "calls": amount.rehearsals,
            "binned": amount.binned,
            "sounds": amount.recordings,
            "size": megabytes(amount.recorded_bytes) if amount.recordings else "0 MB",
        }
        told = self.tr("{name} has rehearsed: {calls}. Of these with sound: {sounds}, {size}.")
        self._amount.say(told.format(**figures))
        self._where.say(self.tr("They lie in {folder}").format(folder=mine.folder))
        self._delete.setEnabled(bool(amount.rehearsals or amount.binned) and not self._putting)
        self._export.setEnabled(bool(amount.rehearsals))
        question = self.tr(
            "This deletes every rehearsal of {name} ({calls}), with sound, marks, transcripts and "
            "notes, and for good those that were deleted before ({binned}). Your settings stay. "
            "You can undo it until you leave this part."
        )
        self._asked.say(question.format(**figures))

    def _open_folder(self) -> None:
        if self._mine:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._mine.folder)))

    def _show_question(self, *, shown: bool) -> None:
        self._question.setVisible(shown)
        self._delete.setVisible(not shown)
        if shown:
            self._question.findChildren(Button)[0].setFocus()

    def _put_aside(self) -> None:
        self._putting = True
        self._show_question(shown=False)
        self._delete.setEnabled(False)
        self._bridge.fetch(self, self._services.trash_mine, self._show_aside, self._stay)

    def _stay(self, problem: str) -> None:
        self._putting = False
        self.troubled.emit(problem)
        self._count()

    def _show_aside(self, rehearsals: Sequence[RehearsalId]) -> None:
        self._aside = tuple(rehearsals)
        self._undo.show()
        self._undo.setFocus()
        self.told.emit(self.tr("Everything of yours is deleted. Undo brings it back."))
        self._count()

    def _bring_back(self) -> None:
        aside, self._aside = self._aside, ()
        self._putting = False
        self._undo.hide()
        back = partial(self._services.bring_back, aside)
        self._bridge.fetch(self, back, self._show_back, self.troubled.emit)

    def _show_back(self, _: None) -> None:
        self.told.emit(self.tr("Everything of yours is back."))
        self._count()

    def _export_or_stop(self) -> None:
        if self._cancel:
            self._cancel.set()
            return
        name = self.tr("soft-answer-{name}.zip")
        whose = self._mine.profile if self._mine else ""
        dialog = QFileDialog(self, self.tr("Export everything of mine"), "", "*.zip")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(name.format(name=whose))
        dialog.fileSelected.connect(self.export)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, name: str) -> None:
        """Write everything into that zip file."""
        cancel = self._cancel = Event()
        self._export.setText(self.tr("Stop"))
        self._bar.setRange(0, 0)
        self._bar.show()
        progress = self._bridge.here(self, self._show_progress)
        self._bridge.fetch(
            self,
            lambda: self._services.export_mine(Path(name), progress, cancel.is_set),
            partial(self._end_export, name),
            self._give_up_export,
        )

    def _show_progress(self, done: int, total: int) -> None:
        if self._cancel:
            self._bar.setRange(0, total)
            self._bar.setValue(done)

    def _end_export(self, name: str, written: int) -> None:
        self._rest()
        told = self.tr("Everything of yours is in {file}. Rehearsals: {count}.")
        self.told.emit(told.format(file=name, count=written))

    def _give_up_export(self, problem: str) -> None:
        self._rest()
        self.troubled.emit(problem)

    def _rest(self) -> None:
        self._cancel = None
        self._bar.hide()
        self._export.setText(self.tr("Export everything of mine …"))
