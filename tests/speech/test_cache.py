"""Rendered lines that are kept."""

import os
from pathlib import Path

import numpy as np
import pytest

from trainer.conversation.words import Word
from trainer.speech.cache import CachedSound, LineCache, cache_key

SOUND = CachedSound(
    np.linspace(-0.5, 0.5, 4000, dtype=np.float32),
    22_050,
    (Word("café,", 0, 100), Word("x", 100, 181)),
)


def test_what_was_kept_comes_back_in_the_next_run(tmp_path: Path) -> None:
    """A new cache over the same folder gives the same sound and words."""
    LineCache(tmp_path / "lines").put("a", SOUND)
    again = LineCache(tmp_path / "lines").get("a")

    assert again is not None
    assert (again.rate, again.words) == (SOUND.rate, SOUND.words)
    np.testing.assert_allclose(again.samples, SOUND.samples, atol=1e-4)


def test_memory_alone_needs_no_folder() -> None:
    """Without a folder a line is kept as long as the cache lives."""
    cache = LineCache()
    cache.put("a", SOUND)

    assert cache.get("a") is SOUND
    assert cache.get("b") is None


def test_memory_is_bounded() -> None:
    """The line that was not used for longest goes first."""
    cache = LineCache(in_memory=2)
    cache.put("a", SOUND)
    cache.put("b", SOUND)
    cache.get("a")
    cache.put("c", SOUND)

    assert [key for key in "abc" if cache.get(key)] == ["a", "c"]


def test_folder_is_bounded(tmp_path: Path) -> None:
    """On disk, too, the line that was not used for longest goes first."""
    cache = LineCache(tmp_path, limit_bytes=20_000)
    for place, key in enumerate("ab"):
        cache.put(key, SOUND)
        os.utime(tmp_path / f"{key}.npz", (place, place))
    LineCache(tmp_path).get("a")
    cache.put("c", SOUND)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.npz", "c.npz"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 nonsense", b"\x93NUMPY"])
def test_damaged_entry_is_thrown_away(tmp_path: Path, content: bytes) -> None:
    """An entry that can't be read is as if it were not there, and goes."""
    (tmp_path / "a.npz").write_bytes(content)

    assert LineCache(tmp_path).get("a") is None
    assert list(tmp_path.iterdir()) == []


def test_truncated_entry_is_thrown_away(tmp_path: Path) -> None:
    """An entry that is cut short goes, too."""
    LineCache(tmp_path).put("a", SOUND)
    (tmp_path / "a.npz").write_bytes((tmp_path / "a.npz").read_bytes()[:3000])

    assert LineCache(tmp_path).get("a") is None
    assert list(tmp_path.iterdir()) == []


def test_entry_with_other_things_in_it_is_thrown_away(tmp_path: Path) -> None:
    """An entry of the right format with the wrong content is no line."""
    np.savez(tmp_path / "a.npz", pcm=np.zeros((2, 2)), rate=np.int64(0), words=np.str_("[]"))

    assert LineCache(tmp_path).get("a") is None


def test_folder_that_cannot_be_written_is_passed_over(tmp_path: Path) -> None:
    """A line is kept in memory when its folder can't be made."""
    (tmp_path / "file").write_bytes(b"")
    cache = LineCache(tmp_path / "file" / "lines")
    cache.put("a", SOUND)

    assert cache.get("a") is SOUND


def test_failed_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills while a line is kept leaves no half of it."""

    def full(*_args: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(np, "savez", full)
    LineCache(tmp_path).put("a", SOUND)

    assert list(tmp_path.iterdir()) == []


def test_key_is_of_everything() -> None:
    """The same parts give the same key, and any other part another."""
    assert cache_key("a", {"x": 1}) == cache_key("a", {"x": 1})
    assert len({cache_key("a", 1), cache_key("a", 2), cache_key("b", 1)}) == 3
