"""The field in which a word is put right, in its own place in the transcript."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

__all__ = ["WordField"]

_ROOM_LETTERS = 4
_LEAST_LETTERS = 12


class WordField(QLineEdit):
    """Holds one word, which may become none or several; Return hands it in, Esc leaves it.

    Nobody's typing is thrown away: the field stays while it holds other words than before.

    Signals: `handed_in` carries the words, `left` says that the word stays as it was.
    """

    handed_in = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._within = parent
        self._before = ""
        self.setProperty("kind", "word")
        self.setPlaceholderText(self.tr("nothing"))
        self.setToolTip(self.tr("Empty it if you said nothing here."))
        self.returnPressed.connect(self._hand_in)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether it holds other words than before, or is waiting for them to be rated."""
        changed = not self.isEnabled() or self.text() != self._before
        return not self.isHidden() and changed

    def open_at(self, place: QRect, word: str) -> None:
        """Show a word there, all of it selected."""
        self._before = word
        self.setAccessibleName(self.tr("What you said instead of “{word}”").format(word=word))
        self.setText(word)
        self.selectAll()
        self.setEnabled(True)
        self.move_to(place)
        self.show()
        self.setFocus()

    def move_to(self, place: QRect) -> None:
        """Stay on the word, within what is seen of the text."""
        letters = max(len(self._before) + _ROOM_LETTERS, _LEAST_LETTERS)
        width = self.fontMetrics().averageCharWidth() * letters
        height = max(place.height() + 8, self.minimumSizeHint().height())
        x = max(0, min(place.x() - 6, self._within.width() - width))
        self.setGeometry(QRect(QPoint(x, place.center().y() - height // 2), place.size()))
        self.resize(width, height)

    def wait(self) -> None:
        """Keep what was typed while it is being rated."""
        self.setEnabled(False)

    def go_on(self) -> None:
        """Let it be tried again."""
        self.setEnabled(True)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc; keep every key from the text below, where Return opens a field."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go away when nothing was typed."""
        super().focusOutEvent(event)
        other_window = event.reason() == Qt.FocusReason.ActiveWindowFocusReason
        if self.isEnabled() and self.text() == self._before and not other_window:
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Keep Return and Esc from the window's own keys."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        return super().event(event)

    def _hand_in(self) -> None:
        if self.text() == self._before:
            self.left.emit()
        else:
            self.handed_in.emit(self.text())
