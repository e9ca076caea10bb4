"""The scenario studio: the list, or one scenario that is worked on."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from trainer.desktop.pages.page import Page
from trainer.desktop.pages.studio.editor import Editor
from trainer.desktop.pages.studio.shelf import Shelf
from trainer.desktop.widgets.text import Text
from trainer.rehearsal.outline import outline

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.desktop.bridge import Bridge
    from trainer.desktop.services import Services
    from trainer.rehearsal.workshop import OpenText, Shelved

__all__ = ["StudioPage"]


class StudioPage(Page):
    """Make and change scenarios; nothing that was typed is lost by leaving."""

    def __init__(self, services: Services, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Scenario studio"), parent)
        self._services, self._bridge = services, bridge
        self._title = Text(self.tr("Scenario studio"), "title")
        self._shelf = Shelf()
        self._editor: Editor | None = None
        self.column.addWidget(self._title)
        self.column.addWidget(self._shelf)
        self.column.addStretch(0)
        self._connect()

    def arrive(self) -> None:
        """Show the list."""
        self.fill()
        self._shelf.begin()

    def leave(self) -> None:
        """Keep what was typed."""
        if self._editor and (work := self._editor.pending()):
            self._fetch(work, lambda _: None)

    def fill(self) -> None:
        """Read the list anew."""
        self._fetch(self._services.studio_shelf, self._show_shelf)

    def open(self, name: str) -> None:
        """Open a scenario."""
        self._fetch(partial(self._read, name), self._show_editor)

    def _connect(self) -> None:
        services = self._services
        self._shelf.opened.connect(self.open)
        self._shelf.copied.connect(self._copy)
        self._shelf.removed.connect(self._remove)
        self._shelf.exported.connect(self._export)
        self._shelf.begun.connect(lambda: self._fetch(services.begin_text, self._show_editor))
        self._shelf.imported.connect(self._import)

    def _fetch(self, work: Callable[[], object], then: Callable[..., object]) -> None:
        self._bridge.fetch(self, work, then, self.troubled.emit)

    def _read(self, name: str) -> OpenText:
        """Open a text, and read its outline here in the worker: it is remembered for the form."""
        opened = self._services.open_text(name)
        outline(opened.text)
        return opened

    def _show_shelf(self, shelf: tuple[Shelved, ...]) -> None:
        self._shelf.show_shelf(shelf)

    def _show_editor(self, opened: OpenText) -> None:
        self._close_editor()
        editor = Editor(opened, self._services, self._bridge)
        editor.troubled.connect(self.troubled)
        editor.told.connect(self.told)
        editor.rehearsed.connect(self.chosen)
        editor.copied.connect(self._copy)
        editor.left.connect(self._show_list)
        self._editor = editor
        self._title.say(opened.name)
        self._shelf.hide()
        self.column.insertWidget(1, editor, 1)
        editor.begin()

    def _show_list(self) -> None:
        self._close_editor()
        self._title.say(self.tr("Scenario studio"))
        self._shelf.show()
        self.arrive()

    def _close_editor(self) -> None:
        if self._editor:
            if work := self._editor.pending():
                self._fetch(work, lambda _: self.fill())
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None

    def _copy(self, name: str) -> None:
        if self._editor:
            self._editor.keep()
        self._fetch(partial(self._services.copy_text, name), self._show_editor)

    def _remove(self, name: str) -> None:
        self._fetch(partial(self._services.remove_text, name), self._removed)

    def _removed(self, opened: OpenText) -> None:
        self.fill()
        sentence = self.tr("{name} was deleted.").format(name=opened.name)
        self.offered.emit(sentence, self.tr("Undo"), partial(self._bring_back, opened))

    def _bring_back(self, opened: OpenText) -> None:
        bring_back = partial(self._services.bring_back_text, opened)
        self._fetch(bring_back, lambda _: self.fill())

    def _export(self, name: str) -> None:
        kinds = self.tr("Packs (*.zip)")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), f"{name}.zip", kinds)
        if path:
            told = self.tr("Exported to {path}.").format(path=path)
            export = partial(self._services.export_pack, Path(path), [name])
            self._fetch(export, lambda _: self.told.emit(told))

    def _import(self) -> None:
        kinds = self.tr("Packs (*.zip)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Import a pack"), "", kinds)
        if path:
            self._fetch(partial(self._services.import_pack, Path(path)), self._imported)

    def _imported(self, taken: tuple[object, ...]) -> None:
        self.fill()
        self.told.emit(self.tr("Scenarios imported: %n.", "", len(taken)))
