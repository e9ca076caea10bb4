"""Rendered phrases kept in memory and on disk, so that no line is spoken twice by the engine."""

import contextlib
import hashlib
import json
import os
import tempfile
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from trainer.conversation.blocks import Samples
from trainer.conversation.words import Word

__all__ = ["CachedSound", "LineCache", "cache_key"]

FORMAT = 2
"""Changes when the rendering or the file layout does, so that old entries are not found."""


@dataclass(frozen=True, slots=True, eq=False)
class CachedSound:
    """A line's sound and word times.

    Attributes:
        samples: Mono, shape (n,), float32 in -1..1, at `rate`.
        rate: Samples a second.
        words: With times from the sound's start.
    """

    samples: Samples
    rate: int
    words: tuple[Word, ...]


class LineCache:
    """Least recently used lines go first; an entry that can't be read is thrown away.

    Args:
        folder: Where entries are kept between runs, or None to keep them in memory only.
        limit_bytes: How much the folder may hold.
        in_memory: How many lines are kept in memory.
    """

    def __init__(
        self, folder: Path | None = None, limit_bytes: int = 100_000_000, in_memory: int = 64
    ) -> None:
        self._folder = folder
        self._limit_bytes = limit_bytes
        self._in_memory = in_memory
        self._recent: OrderedDict[str, CachedSound] = OrderedDict()

    def get(self, key: str) -> CachedSound | None:
        """Return what was kept under the key."""
        sound = self._recent.get(key) or self._load(key)
        if sound is not None:
            self._remember(key, sound)
        return sound

    def put(self, key: str, sound: CachedSound, *, lasting: bool = True) -> None:
        """Keep a line, only in memory unless `lasting`; an unwritable folder is passed over."""
        self._remember(key, sound)
        if lasting and self._folder is not None:
            with contextlib.suppress(OSError):
                self._save(self._folder, key, sound)
                self._make_room(self._folder)

    def _remember(self, key: str, sound: CachedSound) -> None:
        self._recent[key] = sound
        self._recent.move_to_end(key)
        while len(self._recent) > self._in_memory:
            self._recent.popitem(last=False)

    def _load(self, key: str) -> CachedSound | None:
        if self._folder is None:
            return None
        path = _path(self._folder, key)
        try:
            sound = _read(path)
            os.utime(path)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile):
            with contextlib.suppress(OSError):
                path.unlink()
            return None
        return sound

    def _save(self, folder: Path, key: str, sound: CachedSound) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                _write(file, sound)
            Path(name).replace(_path(folder, key))
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _make_room(self, folder: Path) -> None:
        kept = sorted(folder.glob("*.npz"), key=lambda path: path.stat().st_mtime_ns)
        sizes = [path.stat().st_size for path in kept]
        total = sum(sizes)
        for path, size in zip(kept, sizes, strict=True):
            if total <= self._limit_bytes:
                return
            path.unlink()
            total -= size


def cache_key(*parts: object) -> str:
    """Return one name for everything that makes a line sound as it does."""
    text = json.dumps([FORMAT, *parts], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _path(folder: Path, key: str) -> Path:
    return folder / f"{key}.npz"


def _write(file: object, sound: CachedSound) -> None:
    words = json.dumps([[word.text, word.start_ms, word.end_ms] for word in sound.words])
    pcm = np.round(sound.samples * 32767).astype(np.int16)
    np.savez(file, pcm=pcm, rate=np.int64(sound.rate), words=np.str_(words))  # type: ignore[arg-type]


def _read(path: Path) -> CachedSound:
    with path.open("rb") as file, np.load(file, allow_pickle=False) as entry:
        pcm, rate, words = entry["pcm"], int(entry["rate"]), json.loads(str(entry["words"]))
    if pcm.ndim != 1 or rate <= 0:
        raise ValueError("the entry is damaged")
    samples = (pcm / np.float32(32767)).astype(np.float32)
    return CachedSound(samples, rate, tuple(Word(str(t), int(a), int(b)) for t, a, b in words))
