"""Where scenarios are written: one's own files, the drafts of them, and what is wrong in a text."""

import os
import re
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from trainer import resources
from trainer.rehearsal.library import Library
from trainer.rehearsal.outline import nearest_line, outline
from trainer.rehearsal.rewriting import with_id
from trainer.scenario.check import check
from trainer.scenario.scenario import Scenario
from trainer.scenario.scenario_file import ScenarioProblem, read_scenario

__all__ = ["CheckedText", "OpenText", "Problem", "Shelved", "Workshop", "check_text"]

NAME = "scenario"
"""What mistakes are reported under while a text has no file."""
MISTAKE = re.compile(rf"{NAME}:(\d+): (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shelved:
    """A scenario in the list.

    Attributes:
        name: Its id; one's own file is called so.
        title: What the window calls it; the id where it can't be read.
        own: It can be changed and deleted.
        draft: There are changes that were not saved.
    """

    name: str
    title: str
    own: bool
    draft: bool = False


@dataclass(frozen=True, slots=True)
class OpenText:
    """A scenario's text, opened to be read or changed.

    Attributes:
        name: Its id when it was opened.
        text: As it was left: the draft where there is one.
        saved: As the file has it; empty where there is no file.
        own: It may be changed.
    """

    name: str
    text: str
    saved: str
    own: bool


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a text or could be better.

    Attributes:
        line: Where, from 1.
        text: What, and how to mend it.
        mistake: It can't be rehearsed like this; otherwise it is a remark.
    """

    line: int
    text: str
    mistake: bool


@dataclass(frozen=True, slots=True)
class CheckedText:
    """A text that was looked at; `scenario` is None while there are mistakes."""

    scenario: Scenario | None
    problems: tuple[Problem, ...] = ()


def check_text(text: str, voices: Sequence[str]) -> CheckedText:
    """Look at a scenario's text; `voices` are the ids of the voices there are."""
    try:
        scenario = read_scenario(text, NAME)
    except ScenarioProblem as problem:
        return CheckedText(None, tuple(_mistake(one) for one in problem.mistakes))
    spots = outline(text)
    remarks = (
        Problem(nearest_line(spots, one.place), str(one), mistake=False)
        for one in check(scenario, voices)
    )
    return CheckedText(scenario, tuple(sorted(remarks, key=lambda one: one.line)))


class Workshop:
    """One's own scenarios and their drafts.

    Args:
        library: Where scenarios come from.
        drafts: The folder of what was not saved yet.
    """

    def __init__(self, library: Library, drafts: Path) -> None:
        self._library = library
        self._drafts = drafts
        self._writing = threading.Lock()
        self._newest: dict[str, int] = {}

    def shelf(self) -> tuple[Shelved, ...]:
        """Return one's own and what was never saved first, then the bundled ones."""
        library = self._library
        titles = {name: one.title for name, one in library.scenarios.items()}
        drafts, own = self._draft_names(), set(library.own)
        mine = [
            Shelved(name, titles.get(name, name), own=True, draft=name in drafts)
            for name in sorted(own | drafts)
        ]
        bundled = [
            Shelved(name, titles.get(name, name), own=False)
            for name in sorted(library.files)
            if name not in own
        ]
        return (*mine, *bundled)

    def open(self, name: str) -> OpenText:
        """Open a scenario's text, with what was not saved.

        Raises:
            ScenarioProblem: There is none of that id, or it can't be read.
        """
        path, draft = self._library.files.get(name), self._draft(name)
        saved = _read(path) if path else ""
        own = path is None or name in self._library.own
        if own and draft.is_file():
            return OpenText(name, _read(draft), saved, own)
        if path is None:
            raise ScenarioProblem([f'There is no scenario "{name}". It may have been deleted.'])
        return OpenText(name, saved, saved, own)

    def begin(self) -> OpenText:
        """Begin a new one from the template, under an id that is free."""
        return self._as_new(resources.asset("new-scenario.yaml").read_text("utf-8"), "new-scenario")

    def copy(self, name: str) -> OpenText:
        """Begin a copy of one."""
        return self._as_new(self.open(name).text, f"{name}-copy")

    def keep_draft(self, name: str, text: str, at_ns: int) -> None:
        """Keep what is not saved yet; what is older than what is kept is passed over.

        Raises:
            ScenarioProblem: It can't be written.
        """
        with self._writing:
            if at_ns >= self._newest.get(name, 0):
                self._newest[name] = at_ns
                _write(self._draft(name), text)

    def drop_draft(self, name: str, at_ns: int) -> None:
        """Forget what was not saved."""
        with self._writing:
            self._newest[name] = max(at_ns, self._newest.get(name, 0))
            with suppress(OSError):
                self._draft(name).unlink(missing_ok=True)

    def check(self, text: str) -> CheckedText:
        """Look at a text."""
        return check_text(text, tuple(self._library.voices))

    def save(self, name: str, text: str, at_ns: int) -> str:
        """Write a text among one's own, as a whole or not at all; return its id.

        Args:
            name: The id under which it was opened; its file may be written over.
            text: What to write.
            at_ns: When; its draft of then is done with.

        Raises:
            ScenarioProblem: It has mistakes, its id belongs to another, or it can't be written.
        """
        scenario = read_scenario(text, NAME)
        if scenario.id != name and scenario.id in self._library.files:
            what = f'There is a scenario "{scenario.id}" already. Give this one another id.'
            raise ScenarioProblem([what])
        if scenario.id in self._bundled:
            what = f'"{scenario.id}" came with the program. Give this one another id.'
            raise ScenarioProblem([what])
        _write(self._own / f"{scenario.id}.yaml", text)
        self._library.forget()
        self.drop_draft(name, at_ns)
        return scenario.id

    def remove(self, name: str) -> OpenText:
        """Delete one of one's own with its draft; return it, to be brought back.

        Raises:
            ScenarioProblem: It is none of them, or can't be deleted.
        """
        opened = self.open(name)
        if name in self._library.files:
            self._library.remove(name)
        self.drop_draft(name, 0)
        return opened

    def bring_back(self, opened: OpenText) -> None:
        """Undo a deletion.

        Raises:
            ScenarioProblem: It can't be written.
        """
        if opened.saved:
            _write(self._own / f"{opened.name}.yaml", opened.saved)
            self._library.forget()
        if opened.text != opened.saved:
            _write(self._draft(opened.name), opened.text)

    def _as_new(self, text: str, wished: str) -> OpenText:
        taken = {*self._library.files, *self._draft_names()}
        name = next(one for one in _names(wished) if one not in taken)
        return OpenText(name, with_id(text, name), "", own=True)

    def _draft_names(self) -> set[str]:
        return {path.stem for path in self._drafts.glob("*.yaml")}

    def _draft(self, name: str) -> Path:
        return self._drafts / f"{name}.yaml"

    @property
    def _bundled(self) -> set[str]:
        return {path.stem for path in resources.scenarios().glob("*.yaml")}

    @property
    def _own(self) -> Path:
        if self._library.own_folder is None:
            raise ScenarioProblem(["One's own scenarios have no folder here."])
        return self._library.own_folder


def _names(wished: str) -> Iterator[str]:
    yield wished
    number = 2
    while True:
        yield f"{wished}-{number}"
        number += 1


def _mistake(told: str) -> Problem:
    found = MISTAKE.fullmatch(told)
    return Problem(int(found[1]), found[2], mistake=True) if found else Problem(1, told, True)  # noqa: FBT003 - named in its class


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as trouble:
        raise ScenarioProblem([f"{path} can't be read as UTF-8 text: {trouble}."]) from trouble


def _write(path: Path, text: str) -> None:
    """Write a file as a whole: what was there stays when the disk is full."""
    part: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        part = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        part.replace(path)
    except OSError as trouble:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        what = f"{path} can't be written ({trouble.strerror}). Free some disk space and try again."
        raise ScenarioProblem([what]) from trouble
