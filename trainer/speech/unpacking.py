"""Unpacking a model's zip file without trusting it."""

import shutil
import stat
import tempfile
import zlib
from pathlib import Path, PurePosixPath, PureWindowsPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from trainer.speech.downloads import check_room
from trainer.speech.problems import ModelProblem

__all__ = ["is_model", "unpack"]

MOST_ENTRIES = 10_000
ENCRYPTED = 0x1


def unpack(archive: Path, folder: Path, limit_bytes: int, name: str = "") -> Path:
    """Unpack a zip file with a model in it into its own folder, all of it or nothing.

    Args:
        archive: The zip file.
        folder: Where models are installed.
        limit_bytes: The most that may come out of it.
        name: What the model is called; the zip file's top folder, or its own name, if empty.

    Raises:
        ModelProblem: It is no zip file, holds no model, would write elsewhere or grow too large.
    """
    folder.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=".unpacking-", dir=folder))
    try:
        top = _extract(archive, scratch, limit_bytes)
        if not is_model(top):
            raise ModelProblem(
                f"{archive} holds no Vosk model: there is no am/ and no conf/ in it."
            )
        return _put_in_place(top, folder / (name or _name_of(top, scratch, archive)))
    except (BadZipFile, zlib.error, EOFError, NotImplementedError) as trouble:
        raise ModelProblem(f"{archive} is not a whole zip file. Download it again.") from trouble
    except OSError as trouble:
        raise ModelProblem(
            f"{archive} can't be unpacked to {folder} ({trouble.strerror or trouble}). "
            "Free some disk space or choose another folder."
        ) from trouble
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def is_model(folder: Path) -> bool:
    """Tell whether the folder looks like a Vosk model."""
    return (folder / "am").is_dir() or (folder / "conf").is_dir()


def _extract(archive: Path, scratch: Path, limit_bytes: int) -> Path:
    with ZipFile(archive) as contents:
        entries = contents.infolist()
        _check(entries, archive, limit_bytes)
        check_room(scratch, sum(entry.file_size for entry in entries), "unpack the model")
        for entry in entries:
            contents.extract(entry, scratch)
    tops = list(scratch.iterdir())
    return tops[0] if len(tops) == 1 and tops[0].is_dir() and not is_model(scratch) else scratch


def _check(entries: list[ZipInfo], archive: Path, limit_bytes: int) -> None:
    for entry in entries:
        if not _is_safe(entry):
            raise ModelProblem(
                f'{archive} is not safe to unpack: "{entry.filename}" in it would be written '
                "elsewhere, is a link or is locked. Get the model from its publisher."
            )
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > limit_bytes:
        raise ModelProblem(
            f"{archive} is not safe to unpack: it would grow over {limit_bytes // 1_000_000} MB. "
            "Get the model from its publisher."
        )


def _is_safe(entry: ZipInfo) -> bool:
    posix, windows = PurePosixPath(entry.filename), PureWindowsPath(entry.filename)
    inside = not (posix.is_absolute() or windows.drive or windows.root)
    linked = stat.S_ISLNK(entry.external_attr >> 16)
    return inside and ".." not in windows.parts and not linked and not entry.flag_bits & ENCRYPTED


def _name_of(top: Path, scratch: Path, archive: Path) -> str:
    return archive.stem if top == scratch else top.name


def _put_in_place(top: Path, target: Path) -> Path:
    if target.exists():
        raise ModelProblem(
            f"{target.name} is installed already. To put this one in its place, first: "
            f"./run models remove {target.name}"
        )
    return top.rename(target)
