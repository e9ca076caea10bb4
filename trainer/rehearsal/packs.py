"""Packs of scenarios: zip files with a scenario a file, for handing them from room to room.

Nothing in a pack is trusted: no name in it becomes a path, no size in it is believed, and either
every file is fit to be rehearsed or none is taken.
"""

import re
import zlib
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from trainer.scenario.scenario import Scenario
from trainer.scenario.scenario_file import ScenarioProblem, read_scenario

__all__ = ["export_pack", "import_pack", "remove_own"]

MOST_FILES = 200
MOST_BYTES = 500_000
"""A scenario of 500 kB would be a book."""
ENCRYPTED = 0x1
ALWAYS_THE_SAME_DAY = (2000, 1, 1, 0, 0, 0)
"""So that the same scenarios make the same bytes."""
ENDINGS = (".yaml", ".yml")


def import_pack(archive: Path, folder: Path, taken: Collection[str]) -> tuple[Scenario, ...]:
    """Put every scenario of a pack into a folder, all of them or none.

    Args:
        archive: The zip file.
        folder: Where one's own scenarios lie.
        taken: Ids that there are already.

    Raises:
        ScenarioProblem: With every mistake: no pack, too large, a file that can't be rehearsed, an
            id that is there twice or already.
    """
    found = _read(archive)
    mistakes = tuple(_clashes(archive, [scenario for scenario, _ in found], taken))
    if mistakes:
        raise ScenarioProblem(mistakes)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for scenario, text in found:
            (folder / f"{scenario.id}.yaml").write_text(text, encoding="utf-8")
    except OSError as trouble:
        what = f"{folder} can't be written ({trouble.strerror}). Free some disk space."
        raise ScenarioProblem([what]) from trouble
    return tuple(scenario for scenario, _ in found)


def export_pack(archive: Path, files: Sequence[Path]) -> None:
    """Write scenario files into a new pack; nothing that is there is overwritten.

    Raises:
        ScenarioProblem: There is such a file already, it can't be written, or a file has mistakes.
    """
    texts = {}
    for path in files:
        text = _text_of(path)
        texts[read_scenario(text, str(path)).id] = text
    try:
        with archive.open("xb") as file, ZipFile(file, "w", ZIP_DEFLATED) as pack:
            for name, text in texts.items():
                entry = ZipInfo(f"{name}.yaml", ALWAYS_THE_SAME_DAY)
                pack.writestr(entry, text.encode(), ZIP_DEFLATED)
    except FileExistsError as trouble:
        raise ScenarioProblem([f"{archive} is there already. Name another file."]) from trouble
    except OSError as trouble:
        raise ScenarioProblem([f"{archive} can't be written: {trouble.strerror}."]) from trouble


def remove_own(name: str, folder: Path) -> None:
    """Delete one of one's own scenarios.

    Raises:
        ScenarioProblem: There is none of that id, or it can't be deleted.
    """
    own = {path.stem: path for path in folder.glob("*.yaml")}
    if name not in own:
        known = ", ".join(sorted(own)) or "none"
        raise ScenarioProblem([f'No scenario "{name}" was imported. Imported are: {known}.'])
    try:
        own[name].unlink()
    except OSError as trouble:
        raise ScenarioProblem([f"{own[name]} can't be deleted: {trouble.strerror}."]) from trouble


def _read(archive: Path) -> list[tuple[Scenario, str]]:
    """Return the scenarios of a pack, each with its text."""
    found: list[tuple[Scenario, str]] = []
    mistakes: list[str] = []
    for name, text in _texts(archive):
        try:
            found.append((read_scenario(text, f"{archive.name}/{name}"), text))
        except ScenarioProblem as problem:
            mistakes += problem.mistakes
    if mistakes:
        raise ScenarioProblem(mistakes)
    return found


def _texts(archive: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text of each scenario file in a pack."""
    try:
        with ZipFile(archive) as pack:
            entries = [entry for entry in pack.infolist() if _is_scenario(entry)]
            _check(archive, entries)
            for entry in entries:
                yield _plain(entry.filename), _text_in(pack, archive, entry)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError) as trouble:
        what = f"{archive} is not a whole zip file. Ask for it again."
        raise ScenarioProblem([what]) from trouble
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
        what = f"{archive} can't be read: {reason}. Look at its name and its folder."
        raise ScenarioProblem([what]) from trouble


def _is_scenario(entry: ZipInfo) -> bool:
    path = PurePosixPath(entry.filename)
    hidden = any(part.startswith((".", "__")) for part in path.parts if part != "..")
    return path.suffix.lower() in ENDINGS and not hidden and not entry.is_dir()


def _check(archive: Path, entries: Sequence[ZipInfo]) -> None:
    if not entries:
        what = f"{archive} holds no scenario: put .yaml files into it."
        raise ScenarioProblem([what])
    if len(entries) > MOST_FILES:
        what = f"{archive} holds {len(entries)} scenarios: split it, {MOST_FILES} at the most."
        raise ScenarioProblem([what])
    locked = [entry.filename for entry in entries if entry.flag_bits & ENCRYPTED]
    if locked:
        what = f"{archive}: {_plain(locked[0])} is locked: ask for a pack without a password."
        raise ScenarioProblem([what])


def _text_in(pack: ZipFile, archive: Path, entry: ZipInfo) -> str:
    place = f"{archive}: {_plain(entry.filename)}"
    with pack.open(entry) as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        what = f"{place} is over {MOST_BYTES // 1_000} kB: a scenario is a small text file."
        raise ScenarioProblem([what])
    return _decoded(content, place)


def _text_of(path: Path) -> str:
    try:
        return _decoded(path.read_bytes(), str(path))
    except OSError as trouble:
        raise ScenarioProblem([f"{path} can't be read: {trouble.strerror}."]) from trouble


def _decoded(content: bytes, place: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as trouble:
        what = f"{place} can't be read as UTF-8 text: save it as UTF-8."
        raise ScenarioProblem([what]) from trouble


def _plain(name: str) -> str:
    """Return a name from a pack without what would spoil a line of text."""
    return re.sub(r"[^\w./ -]", "?", name)


def _clashes(archive: Path, found: Sequence[Scenario], taken: Collection[str]) -> Iterator[str]:
    ids = [scenario.id for scenario in found]
    for name in dict.fromkeys(ids):
        if ids.count(name) > 1:
            yield f'{archive}: two files have the id "{name}": give one of them another id.'
        if name in taken:
            yield (
                f'{archive}: there is a scenario "{name}" already: give this one another id, or'
                f" first: ./run scenarios remove {name}"
            )
