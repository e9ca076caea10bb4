"""What words read: lines of text, and sound files as people count them."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from trainer.commands.problems import BadFile

__all__ = ["lines_of", "sound_files"]

SOUNDS = (".wav", ".flac", ".ogg", ".mp3")
"""What is taken for a reply in a folder of replies."""


def lines_of(file: str) -> list[str]:
    """Return the lines of a file, or of stdin for "-".

    Raises:
        BadFile: It is not there, or no text.
    """
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise BadFile(f"{file}: it can't be read as UTF-8 text. Name a text file.") from problem
    return [line.strip() for line in text.splitlines()]


def sound_files(paths: Sequence[Path]) -> list[Path]:
    """Return the files in the order given, and those in a folder by name.

    Raises:
        BadFile: There is none.
    """
    found = [each for path in paths for each in (_inside(path) if path.is_dir() else [path])]
    if not found:
        raise BadFile(f"{paths[0]} holds no sound file. Put the replies there: 1.wav, 2.wav, …")
    return found


def _inside(folder: Path) -> list[Path]:
    """Return a folder's sound files as people count: 2.wav comes before 10.wav."""
    sounds = (path for path in folder.iterdir() if path.suffix.lower() in SOUNDS)
    return sorted((path for path in sounds if not path.name.startswith(".")), key=_as_counted)


def _as_counted(path: Path) -> list[tuple[int, str]]:
    parts = re.split(r"(\d+)", path.stem.lower())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
