"""Colours that the style sheet gives to what is drawn by hand."""

from PySide6.QtCore import Property
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

__all__ = ["ink"]


def ink(attribute: str, changed: str = "update") -> Property:
    """Return a property that the style sheet sets, as ``qproperty-…``.

    Args:
        attribute: Where the widget keeps it.
        changed: Name of the widget's method to call then.
    """

    def read(widget: QWidget) -> QColor:
        colour: QColor = getattr(widget, attribute)
        return colour

    def write(widget: QWidget, colour: QColor) -> None:
        setattr(widget, attribute, colour)
        getattr(widget, changed)()

    return Property(QColor, read, write)
