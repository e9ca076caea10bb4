"""The foot of a page: what is always in the same place, whatever is scrolled above it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import centred, stack

__all__ = ["Foot"]


class Foot(QFrame):
    """Stands at the lower edge of a page and takes that much room from what scrolls.

    Args:
        page: Whose foot it is.
        shown: What stands in it.
    """

    def __init__(self, page: QAbstractScrollArea, shown: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setProperty("kind", "foot")
        around = stack(0)
        around.setContentsMargins(Space.WIDE, Space.SNUG, Space.WIDE, Space.SNUG)
        around.addLayout(centred(shown))
        self.setLayout(around)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the lower edge when the page changes its size."""
        if watched is self._page and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._stand()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Grow with the text."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._stand()
        return done

    def _stand(self) -> None:
        width, high = self._page.width(), self.sizeHint().height()
        self.setGeometry(0, self._page.height() - high, width, high)
        if self._page.viewportMargins().bottom() != high:
            self._page.setViewportMargins(0, 0, 0, high)
