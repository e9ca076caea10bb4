"""Piper's voices on disk: which can be had, which are installed, and how they come and go."""

import json
import shutil
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import IO, Annotated
from zipfile import BadZipFile, ZipFile, ZipInfo

from pydantic import BaseModel, ConfigDict, Field

from trainer.resources import asset
from trainer.scenario.reading import FileProblem, read_model
from trainer.speech.downloads import Cancelled, Progress, check_room, download
from trainer.speech.models import Installation
from trainer.speech.problems import ModelProblem

__all__ = [
    "PiperCatalogue",
    "PiperCatalogueProblem",
    "catalogue",
    "has_piper",
    "import_voice",
    "install",
    "installed",
    "remove",
    "usable",
]

MODEL, SETTINGS = ".onnx", ".onnx.json"
MOST_BYTES = 1_000_000_000
"""The largest of Piper's voices has 120 MB."""

ONNX_BEGINS = b"\x08"
"""Every ONNX file begins with the tag of its version; a web page or a pointer does not."""

ENCRYPTED = 0x1
BY_HAND = "./run voices import FILE.onnx (with its FILE.onnx.json beside it)"
GET_PIPER = (
    'Piper itself is not here yet: .venv/bin/python -m pip install "piper-tts>=1.8" '
    "(on Windows .venv\\Scripts\\python)."
)

PiperName = Annotated[str, Field(pattern="^[a-z]{2,3}_[A-Z0-9]{2,3}-[A-Za-z0-9_]+-[a-z0-9_]+$")]
"""Such as ``en_GB-alan-medium``: language, who and how fine."""


class PiperCatalogue(BaseModel):
    """The voices that can be downloaded, and from where."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    base_url: str
    voices: tuple[PiperName, ...]

    def url(self, name: str) -> str:
        """Return where a voice's model is; its settings and its card are beside it."""
        language, who, quality = name.split("-")
        family = language.partition("_")[0]
        return f"{self.base_url}{family}/{language}/{who}/{quality}/{name}{MODEL}"


class PiperCatalogueProblem(FileProblem, ModelProblem):
    """The catalogue of Piper's voices has mistakes."""


def catalogue(path: Path | None = None) -> PiperCatalogue:
    """Return the voices that can be downloaded.

    Raises:
        PiperCatalogueProblem: The file has mistakes.
    """
    source = path or asset("piper.yaml")
    text = source.read_text(encoding="utf-8")
    return read_model(PiperCatalogue, text, str(source), PiperCatalogueProblem)


def has_piper() -> bool:
    """Tell whether Piper itself is installed, without loading it."""
    return find_spec("piper") is not None


def installed(folder: Path) -> Mapping[str, Path]:
    """Return where each installed voice's model is, by name."""
    models = sorted(folder.glob(f"*{MODEL}")) if folder.is_dir() else []
    return {path.stem: path for path in models if _settings_of(path).is_file()}


def usable(folder: Path) -> Mapping[str, Path]:
    """Return the installed voices that can speak: none without Piper itself."""
    return installed(folder) if has_piper() else {}


def install(
    name: str,
    folder: Path,
    progress: Progress = lambda done, total: None,  # noqa: ARG005 - called by position
    cancelled: Cancelled = lambda: False,
    *,
    known: PiperCatalogue | None = None,
) -> Installation:
    """Download a voice of the catalogue.

    Raises:
        ModelProblem: Unknown voice, no network, no room, not what it should be; says what to do.
        DownloadCancelledProblem: `cancelled` said so; what has come stays in ``.part`` files.
    """
    known = known or catalogue()
    if name not in known.voices:
        names = ", ".join(known.voices)
        raise ModelProblem(f"There is no Piper voice {name} here. Choose one of: {names}.")
    if name in installed(folder):
        return Installation(folder / f"{name}{MODEL}", verified=False, note=_note(name))
    _make(folder)
    parts = {suffix: folder / f"{name}{suffix}.part" for suffix in (SETTINGS, MODEL)}
    download(f"{known.url(name)}.json", parts[SETTINGS], _untold, cancelled, by_hand=BY_HAND)
    download(known.url(name), parts[MODEL], progress, cancelled, by_hand=BY_HAND)
    card = known.url(name).rpartition("/")[0] + "/MODEL_CARD"
    note = f"{_note(name)} The licence of its recordings: {card}"
    return Installation(_put_in_place(name, parts, folder), verified=False, note=note)


def import_voice(file: Path, folder: Path) -> Installation:
    """Install a voice from a zip file, or from its ``.onnx`` with the ``.onnx.json`` beside it.

    Raises:
        ModelProblem: There is no such file, it is not safe, or it holds no voice.
    """
    if not file.is_file():
        raise ModelProblem(f"There is no file {file}. Name the voice's .onnx or zip file.")
    _make(folder)
    try:
        name, parts = _unzipped(file, folder) if _is_zip(file) else _copied(file, folder)
    except (BadZipFile, EOFError, NotImplementedError) as trouble:
        raise ModelProblem(f"{file} is not a whole zip file. Get it again.") from trouble
    except OSError as trouble:
        raise ModelProblem(
            f"{file} can't be copied to {folder} ({trouble.strerror or trouble}). "
            "Free some disk space or choose another folder."
        ) from trouble
    return Installation(_put_in_place(name, parts, folder), verified=False, note=_note(name))


def remove(name: str, folder: Path) -> None:
    """Delete an installed voice and what is left of its download.

    Raises:
        ModelProblem: It is not installed, or can't be deleted.
    """
    here = installed(folder)
    if name not in here:
        there = ", ".join(here) or "none"
        raise ModelProblem(f"{name} is not installed. Installed in {folder}: {there}.")
    try:
        for suffix in (MODEL, SETTINGS):
            (folder / f"{name}{suffix}").unlink()
            (folder / f"{name}{suffix}.part").unlink(missing_ok=True)
    except OSError as trouble:
        raise ModelProblem(
            f"{here[name]} can't be deleted ({trouble.strerror}). "
            "Close Soft Answer's other windows and try again."
        ) from trouble


def _put_in_place(name: str, parts: Mapping[str, Path], folder: Path) -> Path:
    """Check both files; the model comes last, so that half a voice is none."""
    try:
        if name in installed(folder):
            raise ModelProblem(
                f"{name} is installed already. To put this one in its place, first: "
                f"./run voices remove {name}"
            )
        _check(name, parts)
        for suffix in (SETTINGS, MODEL):
            parts[suffix].replace(folder / f"{name}{suffix}")
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
    return folder / f"{name}{MODEL}"


def _check(name: str, parts: Mapping[str, Path]) -> None:
    with parts[MODEL].open("rb") as model:
        begins = model.read(1)
    if begins != ONNX_BEGINS:
        raise ModelProblem(f"{name}{MODEL} is no ONNX model. Get the voice again.")
    try:
        settings = json.loads(parts[SETTINGS].read_text(encoding="utf-8"))
        whole = int(settings["audio"]["sample_rate"]) > 0 and bool(settings["phoneme_id_map"])
    except (ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        raise ModelProblem(f"{name}{SETTINGS} holds no settings of a Piper voice. Get it again.")


def _unzipped(archive: Path, folder: Path) -> tuple[str, dict[str, Path]]:
    with ZipFile(archive) as contents:
        entries = {PurePosixPath(entry.filename).name: entry for entry in contents.infolist()}
        names = [name.removesuffix(MODEL) for name in entries if name.endswith(MODEL)]
        if len(names) != 1 or f"{names[0]}{SETTINGS}" not in entries:
            raise ModelProblem(
                f"{archive} holds no Piper voice: one .onnx file with its .onnx.json is needed."
            )
        wanted = {suffix: entries[f"{names[0]}{suffix}"] for suffix in (SETTINGS, MODEL)}
        _check_entries(archive, wanted.values())
        check_room(folder, sum(entry.file_size for entry in wanted.values()), "unpack the voice")
        parts = {}
        for suffix, entry in wanted.items():
            with contents.open(entry) as source:
                parts[suffix] = _kept(source, folder / f"{names[0]}{suffix}.part")
    return names[0], parts


def _check_entries(archive: Path, entries: Iterable[ZipInfo]) -> None:
    for entry in entries:
        if entry.flag_bits & ENCRYPTED or entry.file_size > MOST_BYTES:
            raise ModelProblem(
                f'{archive} is not safe to unpack: "{entry.filename}" in it is locked or too '
                "large. Get the voice from its publisher."
            )


def _copied(model: Path, folder: Path) -> tuple[str, dict[str, Path]]:
    files = {SETTINGS: _settings_of(model), MODEL: model}
    if model.suffix != MODEL or not files[SETTINGS].is_file():
        raise ModelProblem(
            f"{model} is no Piper voice: name its .onnx file, with the .onnx.json beside it, or a "
            "zip file with both."
        )
    check_room(folder, sum(file.stat().st_size for file in files.values()), "copy the voice")
    parts = {}
    for suffix, file in files.items():
        with file.open("rb") as source:
            parts[suffix] = _kept(source, folder / f"{model.stem}{suffix}.part")
    return model.stem, parts


def _kept(source: IO[bytes], part: Path) -> Path:
    with part.open("wb") as target:
        shutil.copyfileobj(source, target)
    return part


def _is_zip(file: Path) -> bool:
    return file.suffix.lower() == ".zip"


def _settings_of(model: Path) -> Path:
    return model.with_name(f"{model.name}.json")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise ModelProblem(
            f"{folder} can't be made ({trouble.strerror}). Choose another folder for voices."
        ) from trouble


def _untold(_done: int, _total: int) -> None:
    """Leave the settings' few kilobytes out of the progress."""


def _note(name: str) -> str:
    return f"{name} is installed." if has_piper() else f"{name} is installed. {GET_PIPER}"
