"""Reads scenario files, and keeps what was read so that the next start need not read them again."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from trainer import __version__
from trainer.scenario.scenario import Scenario
from trainer.scenario.scenario_file import ScenarioProblem, read_scenario

__all__ = ["ScenarioFiles", "read_file"]


class ScenarioFiles:
    """Reads many files at once.

    Two dozen take half a second, since every mistake is to be told by its line; files that have
    not changed since they were found without one take a tenth of that.

    Args:
        kept: Where to keep what was read; it may be deleted at any time. None to keep nothing.
    """

    def __init__(self, kept: Path | None = None) -> None:
        self._kept = kept

    def read(self, paths: Sequence[Path]) -> list[Scenario | ScenarioProblem]:
        """Read the files, each to its scenario or to what is wrong with it."""
        before, now = self._remembered(), dict[str, Scenario]()
        found = [self._read(path, before, now) for path in paths]
        if now.keys() != before.keys():
            self._remember(now)
        return found

    def _read(
        self, path: Path, before: Mapping[str, str], now: dict[str, Scenario]
    ) -> Scenario | ScenarioProblem:
        try:
            text = _text_of(path)
            digest = hashlib.sha256(f"{__version__} {text}".encode()).hexdigest()
            now[digest] = _again(before.get(digest, "")) or read_scenario(text, str(path))
        except ScenarioProblem as problem:
            return problem
        return now[digest]

    def _remembered(self) -> dict[str, str]:
        if self._kept is None:
            return {}
        try:
            lines = self._kept.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return {}
        return {digest: document for digest, _, document in (one.partition(" ") for one in lines)}

    def _remember(self, scenarios: Mapping[str, Scenario]) -> None:
        """Write all of them as a whole; a folder that can't be written is passed over."""
        if self._kept is None:
            return
        lines = [f"{digest} {one.model_dump_json()}\n" for digest, one in scenarios.items()]
        with contextlib.suppress(OSError):
            self._kept.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._kept.parent, suffix=".part")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.writelines(lines)
            Path(name).replace(self._kept)


def read_file(path: Path) -> Scenario:
    """Read one scenario file.

    Raises:
        ScenarioProblem: It can't be read, or has mistakes.
    """
    return read_scenario(_text_of(path), str(path))


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise ScenarioProblem([f"{path}: it can't be read as UTF-8 text: {problem}"]) from problem


def _again(document: str) -> Scenario | None:
    try:
        return Scenario.model_validate_json(document) if document else None
    except ValidationError:
        return None
