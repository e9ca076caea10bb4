"""What the window calls things, in its own language."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from trainer.conversation.end_pointing import Pace
from trainer.desktop import wording
from trainer.rating.fluency import left_out, without_fluency
from trainer.rating.scorecard import Marks, Pacing
from trainer.records.wording import MARKS, NEEDS, OVERLAPS, TECHNIQUES, mark_word, measure_name
from trainer.scenario.scenario import Competence, Difficulty, Need, Setting

ROOT = Path(__file__).parents[2] / "trainer"


class Shouting(QTranslator):
    """A language in which everything is shouted."""

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Return the text in capitals."""
        del disambiguation, n
        return source.upper() if context == "Wording" else source


@pytest.fixture
def shouting(qapp: QApplication) -> Iterator[None]:
    """Let the window speak another language."""
    translator = Shouting()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("shouting")
def test_names_are_translated_when_they_are_shown() -> None:
    """The names that the reports share come out in the window's language."""
    assert wording.technique("give_time") == "SAYS WHEN"
    assert wording.overlap("interruption") == "YOU CUT IN"
    assert wording.measure("calming") == "CALMING LANGUAGE"
    assert wording.measure("pause_ratio") == "SHARE OF PAUSES"
    assert wording.mark(71) == "71, STEADY"
    assert wording.mark(None) == "NOT RATED"
    assert wording.competence("learn") == "LEARNING FROM IT"


def test_everything_has_a_name() -> None:
    """Nothing that the other rooms can hand over is shown by its id."""
    assert set(wording.COMPETENCES) == set(Competence)
    assert set(wording.SETTINGS) == set(Setting)
    assert set(wording.DIFFICULTIES) == set(Difficulty)
    assert set(NEEDS) == set(Need)
    assert set(wording.PACES) == set(wording.PACE_NOTES) == set(Pace)
    assert set(MARKS) == {field.name for field in fields(Marks)}


def test_translators_are_given_every_name(tmp_path: Path) -> None:
    """Qt's lupdate finds the shared names as well as the window's own texts."""
    tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    assert tool
    sources = [*(ROOT / "desktop").rglob("*.py"), ROOT / "records" / "wording.py"]
    found = tmp_path / "found.ts"

    subprocess.run([tool, *sources, "-ts", found], check=True, capture_output=True)

    texts = set(re.findall("<source>(.*)</source>", found.read_text(encoding="utf-8")))
    measured = {measure_name(name) for name in ("words_per_minute", "overall", "voice")}
    words = {mark_word(mark) for mark in (None, 0, 30, 50, 70, 85)}
    names = (MARKS, OVERLAPS, TECHNIQUES, wording.COMPETENCES, wording.PACES, wording.PACE_NOTES)
    assert {text for each in names for text in each.values()} | measured | words <= texts
    assert {"Home", "What was said", "Your replies were typed."} <= texts


def test_an_estimate_is_called_one() -> None:
    """Fillers that no recogniser counted are not shown as if it had."""
    counted = Pacing(fillers_per_100_words=7.0)
    estimated = replace(counted, fillers_estimated=True)

    assert wording.pacing(counted)[-1] == ("7.0", "Fillers in 100 words", "")
    assert wording.pacing(estimated)[-1][-1] == "an estimate from the sound"


def test_fluency_that_was_left_out_is_not_shown() -> None:
    """No figure of it, and one line for all the reasons."""
    pacing = replace(without_fluency(Pacing(words_per_minute=150.0)), target_wpm=(100, 140))
    names = [name for _, name, _ in wording.pacing(pacing)]

    assert names == ["Words a minute", "Before you answer", "Longest reply"]
    assert wording.pacing(pacing)[0][2] == "100 to 140 is easy to follow"
    assert wording.not_rated({"voice": "No sound check.", **left_out(pacing)}) == (
        ("Voice", "No sound check."),
        ("Fillers and pauses", "You chose to leave these out."),
    )
