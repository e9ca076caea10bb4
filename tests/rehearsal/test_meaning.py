"""The encoder that comes with the program."""

import logging
import shutil
import sys
from pathlib import Path

import pytest

from tests.support.rating import said
from trainer import resources
from trainer.rehearsal.library import Library
from trainer.rehearsal.meaning import EncoderProblem, open_learned
from trainer.techniques.learned import Learned
from trainer.techniques.technique import TechniqueId

FOLDER = resources.asset("techniques")


@pytest.fixture(scope="module")
def learned() -> Learned:
    """Return what comes with the program."""
    return open_learned(FOLDER)


def test_it_knows_every_technique(learned: Learned) -> None:
    """Each has its thresholds, and a labelled reply to explain by."""
    assert set(learned.ids) == set(TechniqueId)
    assert set(learned.alone) == set(learned.doubted) == set(TechniqueId)
    assert learned.examples.labels.any(axis=0).all()


def test_the_same_reply_is_judged_the_same(learned: Learned) -> None:
    """To the last bit, in another loading too."""
    words = [
        "i",
        "can",
        "hear",
        "how",
        "much",
        "this",
        "has",
        "cost",
        "you",
        "and",
        "i",
        "am",
        "sorry",
    ]
    one, other = learned.judge(words), open_learned(FOLDER).judge(words)

    assert one is not None
    assert other is not None
    assert one.odds == other.odds
    assert one.stretch(TechniqueId.APOLOGISE) == other.stretch(TechniqueId.APOLOGISE)


@pytest.mark.parametrize("broken", ["en.onnx", "en.npz"])
@pytest.mark.parametrize("content", [None, b"nothing of the kind"])
def test_a_missing_or_broken_file_is_one_clear_line(
    tmp_path: Path, broken: str, content: bytes | None
) -> None:
    """It says that the list alone is heard, and the mend."""
    for name in ("en.onnx", "en.npz"):
        if name != broken:
            shutil.copy(FOLDER / name, tmp_path)
        elif content is not None:
            (tmp_path / name).write_bytes(content)

    with pytest.raises(EncoderProblem, match="only the phrase list") as told:
        open_learned(tmp_path)

    assert "\n" not in str(told.value)


def test_where_it_does_not_run_the_list_alone_is_heard(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """As on a Mac with an Intel processor."""
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    library = Library()
    with caplog.at_level(logging.WARNING):
        heard = library.detector().detect(said("i am so sorry about this"))

    assert library.learned is None
    assert "only the phrase list" in caplog.text
    assert TechniqueId.APOLOGISE in {one.id for one in heard}
