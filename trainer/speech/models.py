"""Speech models: which there are, which are installed, and how they come and go."""

import contextlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from trainer.resources import asset
from trainer.scenario.reading import FileProblem, read_model
from trainer.speech.downloads import Cancelled, Progress, check_room, download, sha256_of
from trainer.speech.problems import ModelProblem
from trainer.speech.unpacking import is_model, unpack

__all__ = [
    "CatalogueModel",
    "CatalogueProblem",
    "Installation",
    "InstalledModel",
    "catalogue",
    "import_folder",
    "import_zip",
    "install",
    "installed",
    "remove",
]

CHECKSUMS = "checksums.json"
"""Beside the models: the checksums of first downloads whose publisher's is not known."""

IMPORT_LIMIT_BYTES = 10_000_000_000
IMPORT_GROWTH = 20
"""A model unpacks to two or three times its zip file; beyond this it is no model."""


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    language: str
    note: str
    size_bytes: int
    unpacked_bytes: int
    sha256: Annotated[str | None, Field(pattern="^[0-9a-f]{64}$")] = None


class CatalogueModel(_Entry):
    """A model that can be downloaded.

    Attributes:
        size_bytes: Of the zip file, near enough for a progress bar.
        unpacked_bytes: The most that may come out of it.
        sha256: Of the zip file; None where it is not known for certain.
        url: Where the zip file is.
    """

    url: str


class _CatalogueFile(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    base_url: str
    models: tuple[_Entry, ...]


class CatalogueProblem(FileProblem, ModelProblem):
    """The catalogue of models has mistakes; `mistakes` holds each as one line with its mend."""


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model on this computer."""

    name: str
    path: Path
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Installation:
    """What an install did.

    Attributes:
        path: The model's folder.
        verified: The zip file was the one that its publisher or an earlier download had.
        note: One sentence for the person.
    """

    path: Path
    verified: bool
    note: str


def catalogue(path: Path | None = None) -> tuple[CatalogueModel, ...]:
    """Return the models that can be downloaded, from plain to good.

    Raises:
        CatalogueProblem: The file has mistakes.
    """
    source = path or asset("models.yaml")
    text = source.read_text(encoding="utf-8")
    listed = read_model(_CatalogueFile, text, str(source), CatalogueProblem)
    return tuple(
        CatalogueModel(url=f"{listed.base_url}{entry.name}.zip", **entry.model_dump())
        for entry in listed.models
    )


def installed(folder: Path) -> tuple[InstalledModel, ...]:
    """Return the models in the folder by name; none when there is no folder."""
    if not folder.is_dir():
        return ()
    found = (path for path in sorted(folder.iterdir()) if not path.name.startswith("."))
    return tuple(
        InstalledModel(path.name, path, _size_of(path)) for path in found if is_model(path)
    )


def install(
    name: str,
    folder: Path,
    progress: Progress = lambda done, total: None,  # noqa: ARG005 - called by position
    cancelled: Cancelled = lambda: False,
    *,
    models: tuple[CatalogueModel, ...] | None = None,
) -> Installation:
    """Download, check and unpack a model of the catalogue.

    Raises:
        ModelProblem: Unknown model, no network, wrong checksum, no room; says what to do.
        DownloadCancelledProblem: `cancelled` said so; what has come stays in a ``.part`` file.
    """
    model = _in_catalogue(name, models if models is not None else catalogue())
    if is_model(folder / name):
        return Installation(folder / name, verified=True, note=f"{name} is installed already.")
    part = folder / f"{name}.zip.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise ModelProblem(
            f"{folder} can't be made ({trouble.strerror}). Choose another folder for models."
        ) from trouble
    download(model.url, part, progress, cancelled)
    try:
        return _unpacked(part, folder, model.unpacked_bytes, model)
    finally:
        part.unlink(missing_ok=True)


def import_zip(archive: Path, folder: Path) -> Installation:
    """Install a model from a zip file, such as one on a USB stick.

    Raises:
        ModelProblem: There is no such file, it is not safe, or it holds no model.
    """
    if not archive.is_file():
        raise ModelProblem(f"There is no file {archive}. Name the model's zip file.")
    known = {model.name: model for model in catalogue()}.get(archive.stem)
    growth = min(IMPORT_LIMIT_BYTES, archive.stat().st_size * IMPORT_GROWTH)
    return _unpacked(archive, folder, known.unpacked_bytes if known else growth, known)


def import_folder(source: Path, folder: Path) -> Installation:
    """Install a model from its unpacked folder, such as one on a USB stick; it is copied.

    Raises:
        ModelProblem: It holds no model, one of that name is here, or there is no room.
    """
    if not is_model(source):
        raise ModelProblem(f"{source} is no Vosk model: there is no am/ and no conf/ in it.")
    target = folder / source.name
    if target.exists():
        raise ModelProblem(f"{source.name} is installed already. Remove it first.")
    scratch = folder / f".copying-{source.name}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        check_room(folder, _size_of(source), "copy the model")
        shutil.copytree(source, scratch)
        scratch.rename(target)
    except (OSError, shutil.Error) as trouble:
        raise ModelProblem(
            f"{source} can't be copied to {folder}. Free some disk space or choose another folder. "
            f"({trouble})"
        ) from trouble
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return Installation(target, verified=False, note=_note(target.name, verified=False))


def remove(name: str, folder: Path) -> None:
    """Delete an installed model and what is left of its download.

    Raises:
        ModelProblem: It is not installed, or can't be deleted.
    """
    paths = {model.name: model.path for model in installed(folder)}
    if name not in paths:
        there = ", ".join(paths) or "none"
        raise ModelProblem(f"{name} is not installed. Installed in {folder}: {there}.")
    try:
        shutil.rmtree(paths[name])
        (folder / f"{name}.zip.part").unlink(missing_ok=True)
    except OSError as trouble:
        raise ModelProblem(
            f"{paths[name]} can't be deleted ({trouble.strerror}). "
            "Close Soft Answer's other windows and try again."
        ) from trouble


def _in_catalogue(name: str, models: tuple[CatalogueModel, ...]) -> CatalogueModel:
    for model in models:
        if model.name == name:
            return model
    names = ", ".join(model.name for model in models)
    raise ModelProblem(f"There is no model {name}. Choose one of: {names}.")


def _unpacked(
    archive: Path, folder: Path, limit_bytes: int, model: CatalogueModel | None
) -> Installation:
    checksum = sha256_of(archive)
    expected = _expected(model, folder) if model else None
    if model and expected not in (None, checksum):
        raise ModelProblem(
            f"{archive} is not the {model.name} that it should be: its checksum is wrong. "
            f"Download it again from {model.url}"
        )
    path = unpack(archive, folder, limit_bytes, model.name if model else "")
    if model and expected is None:
        _remember(folder, model.name, checksum)
    return Installation(path, expected is not None, _note(path.name, verified=bool(expected)))


def _expected(model: CatalogueModel, folder: Path) -> str | None:
    """Return the publisher's checksum, or else the one of the first download."""
    return model.sha256 or _remembered(folder).get(model.name)


def _remembered(folder: Path) -> dict[str, str]:
    with contextlib.suppress(OSError, ValueError):
        kept = json.loads((folder / CHECKSUMS).read_text(encoding="utf-8"))
        if isinstance(kept, dict):
            return {str(name): str(checksum) for name, checksum in kept.items()}
    return {}


def _remember(folder: Path, name: str, checksum: str) -> None:
    kept = _remembered(folder) | {name: checksum}
    with contextlib.suppress(OSError):
        (folder / CHECKSUMS).write_text(json.dumps(kept, indent=1), encoding="utf-8")


def _note(name: str, *, verified: bool) -> str:
    if verified:
        return f"{name} is installed; its checksum is right."
    return (
        f"{name} is installed. It could not be verified, since its publisher's checksum is not "
        "known here."
    )


def _size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
