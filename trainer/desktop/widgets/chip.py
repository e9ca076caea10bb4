"""A chip that is on or off; a tick says so, not the colour alone."""

from PySide6.QtWidgets import QWidget

from trainer.desktop.widgets.buttons import Button

__all__ = ["Chip"]


class Chip(Button):
    """Narrows a list down while it is on; `toggled` says when that changes."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, kind="choice", parent=parent)
        self.setCheckable(True)
        self.toggled.connect(self._show_tick)

    def _show_tick(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        self.show_icon("tick" if on else "")
