"""What is wrong with a scenario's text, and what could be better: a list to go through by keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from trainer.rehearsal.workshop import Problem

__all__ = ["Problems"]


class Problems(QListWidget):
    """Mistakes first, then remarks; `wanted` carries a line that somebody wants to go to."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Problems"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._go)
        self.itemClicked.connect(self._go)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these."""
        self.clear()
        mistake, remark = self.tr("✗ Line {line}: {text}"), self.tr("· Line {line}: {text}")
        for problem in sorted(problems, key=lambda one: not one.mistake):
            words = (mistake if problem.mistake else remark).format(
                line=problem.line, text=problem.text
            )
            item = QListWidgetItem(words, self)
            item.setData(Qt.ItemDataRole.UserRole, problem.line)
        self.setCurrentRow(0)
        self.setVisible(bool(problems))

    def _go(self, item: QListWidgetItem) -> None:
        self.wanted.emit(item.data(Qt.ItemDataRole.UserRole))
