"""What the trainee takes from it: three questions, in their own words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.buttons import Button
from trainer.desktop.widgets.field import WritingField
from trainer.desktop.widgets.layouts import stack, surface
from trainer.desktop.widgets.text import Text
from trainer.records.wording import REFLECTION

if TYPE_CHECKING:
    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import Services
    from trainer.records.store import StoredRehearsal

__all__ = ["Reflection"]


class Reflection(QFrame):
    """The questions with what was answered; what changed is kept by the button, or on leaving.

    Signals: `told` carries a sentence on what was kept, `troubled` one on what was not.
    """

    told = Signal(str)
    troubled = Signal(str)

    def __init__(
        self,
        stored: StoredRehearsal,
        services: Services,
        bridge: Bridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rehearsal, self._services, self._bridge = stored.summary.id, services, bridge
        self._kept = {note.question: note.answer for note in stored.notes}
        self._fields: dict[str, WritingField] = {}
        self._keep = Button(self.tr("Keep what I wrote"))
        self._keep.clicked.connect(self.keep_changed)
        self._compose()
        self._show_keepable()

    def _compose(self) -> None:
        rows = stack(Space.SNUG, Space.WIDE)
        rows.addWidget(Text(self.tr("What you take from it"), "heading"))
        rows.addWidget(Text(self.tr("For yourself; it stands in the report too."), "soft"))
        for question in REFLECTION:
            asked = QCoreApplication.translate("Wording", question)
            field = WritingField(asked, self._kept.get(question, ""))
            field.textChanged.connect(self._show_keepable)
            self._fields[question] = field
            rows.addWidget(Text(asked, "strong"))
            rows.addWidget(field)
        rows.addWidget(self._keep)
        column = stack(0)
        column.addWidget(surface(rows))
        self.setLayout(column)

    @property
    def _changed(self) -> dict[str, str]:
        written = {
            question: field.toPlainText().strip() for question, field in self._fields.items()
        }
        return {q: text for q, text in written.items() if text != self._kept.get(q, "")}

    def _show_keepable(self) -> None:
        self._keep.setEnabled(bool(self._changed))

    def keep_changed(self) -> None:
        """Keep what was written since; nothing is done where nothing was."""
        changed = self._changed
        if not changed:
            return
        self._keep.setEnabled(False)

        def keep() -> None:
            for question, answer in changed.items():
                self._services.keep_note(self._rehearsal, question, answer)

        self._bridge.fetch(self, keep, partial(self._kept_now, changed), self._not_kept)

    def _kept_now(self, changed: dict[str, str], _: None) -> None:
        self._kept |= changed
        self._show_keepable()
        self.told.emit(self.tr("Kept. You find it here and in the report."))

    def _not_kept(self, sentence: str) -> None:
        self._show_keepable()
        self.troubled.emit(sentence)
