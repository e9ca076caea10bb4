from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QProgressBar
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices, long_timeline, stored
from tests.support.examples import example_rating
from tests.support.widgets import accessible, click, focused, page_of, press, shown, table
from trainer.conversation.timeline import MoodMove
from trainer.conversation.words import Span
from trainer.desktop.pages.before import Before
from trainer.desktop.pages.home import Home
from trainer.desktop.pages.review import Review
from trainer.desktop.widgets.curve import PressureCurve
from trainer.desktop.widgets.passage import Passage
from trainer.desktop.window import Window
from trainer.rating.scorecard import Marks
from trainer.records.problems import RecordsProblem
from trainer.records.store import StoredRehearsal


def opened(
    qtbot: QtBot, window: Window, services: FakeServices, rehearsal: StoredRehearsal | None = None
) -> Review:
    """Return the review of a rehearsal."""
    if rehearsal:
        services.kept[0] = rehearsal
    window._open_review(services.kept[0].summary.id)
    return page_of(qtbot, window, Review)


@pytest.fixture
def review(qtbot: QtBot, window: Window, services: FakeServices) -> Review:
    """Return the review of Marcus's call."""
    return opened(qtbot, window, services)


def test_the_sentence_comes_first_and_the_marks_have_words(review: Review) -> None:
    """A number never stands alone."""
    texts = shown(review)
    bars = [accessible(bar) for bar in review.findChildren(QProgressBar)]

    assert texts[1].startswith("You cut Marcus off once")
    assert "78" in texts
    assert "Overall: steady" in texts
    assert bars == [
        ("ProgressBar", "Listening: 58, coming on"),
        ("ProgressBar", "Calming language: 88, strong"),
        ("ProgressBar", "Steps: 84, steady"),
        ("ProgressBar", "Pacing: 76, steady"),
        ("ProgressBar", "Outcome: 95, strong"),
    ]


def test_every_turn_and_every_advice_can_be_played(review: Review) -> None:
    """Rehearsing again comes first; then each moment has its Play."""
    assert table(review).splitlines() == [
        "Button       Home",
        "Button       Rehearse again",
        "Button       Export report …",
        "Button       Play the moment at 0:21",
        "Button       Play the moment at 0:51",
        "Button       Play the moment at 1:10",
        "Slider       Pressure over time: 72 at first, 29 at the end, 5 steps",
        "Button       Play Marcus Bell at 0:00",
        "Button       Play You at 0:21",
        "Button       Play Marcus Bell at 0:25",
        "Button       Play You at 0:35",
        "Button       Play Marcus Bell at 0:45",
        "Button       Play You at 0:51",
        "Button       Play Marcus Bell at 1:02",
        "Button       Play You at 1:10",
        "Button       Play Marcus Bell at 1:24",
        "Button       Play You at 1:31",
        "Button       Play Marcus Bell at 1:43",
    ]


def test_one_moment_plays_at_a_time(qtbot: QtBot, review: Review, services: FakeServices) -> None:
    """The button that began it stops it; another stops the first; the end rests it."""
    buttons = {each.accessibleName(): each for each in review.findChildren(type(review._again))}
    first, second = buttons["Play You at 0:35"], buttons["Play Marcus Bell at 0:45"]

    first.click()
    words = [first.text()]
    second.click()
    words += [first.text(), second.text()]
    services.finished[-1]()
    qtbot.waitUntil(lambda: second.text() == "Play")

    assert words == ["Stop", "Play", "Stop"]
    assert services.played == [Span(35_400, 44_700), Span(45_900, 49_800)]
    assert services.silenced == 1


def test_leaving_falls_silent(
    qtbot: QtBot, window: Window, review: Review, services: FakeServices
) -> None:
    """Nothing plays on behind another page."""
    click(review, "Play")

    click(review, "Home")

    page_of(qtbot, window, Home)
    assert services.silenced == 1


def test_overlaps_and_techniques_are_marked_in_the_transcript(review: Review) -> None:
    """Cutting in says where; a technique is underlined, named, and tells its entry."""
    texts = shown(review)
    passages = {each.toPlainText(): each for each in review.findChildren(Passage)}
    reply = next(each for text, each in passages.items() if text.startswith("i'm sorry"))
    cursor = reply.textCursor()
    cursor.setPosition(3)

    assert "⇄  You cut in at “never once”; 14 words went unheard" in texts
    assert {"apologises", "names the feeling", "takes responsibility"} <= set(texts)
    assert cursor.charFormat().toolTip() == "apologises\nHeard by the entry apologise.sorry"
    assert cursor.charFormat().underlineColor().name() == "#3e7d4e"


def test_what_is_not_rated_says_why(qtbot: QtBot, window: Window, services: FakeServices) -> None:
    """A mark of None has no bar but a reason."""
    rating = example_rating()
    card = replace(
        rating.scorecard,
        overall=None,
        marks=Marks(calming=40),
        not_rated={"listening": "No sound check was made. Make one before the next call."},
    )
    rehearsal = stored(1, rating=replace(rating, scorecard=card))

    review = opened(qtbot, window, services, rehearsal)

    assert "Overall: not rated" in shown(review)
    assert shown(review).count("No sound check was made. Make one before the next call.") == 2
    assert len(review.findChildren(QProgressBar)) == 1


def test_a_rehearsal_without_rating_or_recording_still_shows_what_was_said(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """There is nothing to play then, and the page says that it has not been rated."""
    review = opened(qtbot, window, services, stored(1, rated=False, recorded=False))

    assert "This rehearsal has not been rated." in shown(review)
    assert "Play" not in table(review)
    assert "What was said" in shown(review)


@pytest.mark.usefixtures("review")
def test_rehearsing_again_is_one_key_away(qtbot: QtBot, window: Window) -> None:
    """Return leads to the same scenario."""
    assert focused(window) == "Rehearse again"

    press(window, Qt.Key.Key_Return)

    assert page_of(qtbot, window, Before).scenario.id == "double-charge"


def test_a_scenario_that_is_gone_can_not_be_rehearsed_again(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """The notice says so and what to do."""
    kept = stored(1)
    gone = replace(kept, summary=replace(kept.summary, scenario_id="gone"))
    review = opened(qtbot, window, services, gone)

    click(review, "Rehearse again")

    assert window.notice.said.startswith("This scenario is no longer here.")
    assert window.page is review


def test_the_report_is_written_where_one_says(
    qtbot: QtBot, window: Window, review: Review, services: FakeServices, tmp_path: Path
) -> None:
    """The file dialog asks where; the notice says where it is."""
    click(review, "Export report")
    dialog = review.findChild(QFileDialog)
    assert dialog is not None

    dialog.selectFile(str(tmp_path / "call"))
    dialog.accept()

    path = tmp_path / "call.html"
    qtbot.waitUntil(lambda: window.notice.said == f"The report is in {path}.")
    assert services.reports == [path]


def test_a_report_that_can_not_be_written_says_what_to_do(
    qtbot: QtBot, window: Window, review: Review, services: FakeServices
) -> None:
    """The review stays as it is."""
    services.refusals["export_report"] = RecordsProblem("The folder is read-only. Choose another.")

    review._export("somewhere.html")

    qtbot.waitUntil(lambda: window.notice.said == "The folder is read-only. Choose another.")


def test_a_moment_that_can_not_be_played_says_what_to_do(
    window: Window, review: Review, services: FakeServices
) -> None:
    """The button stays as it was."""
    services.refusals["play"] = RecordsProblem("The recording is gone. The transcript is below.")

    click(review, "Play")

    assert window.notice.said == "The recording is gone. The transcript is below."
    assert "Button       Stop" not in table(review)


def test_a_rehearsal_that_is_gone_says_so(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """Home stays, with a sentence."""
    gone = services.kept.pop().summary.id

    window._open_review(gone)

    qtbot.waitUntil(lambda: window.notice.said.startswith("That rehearsal is no longer here."))
    assert isinstance(window.page, Home)


def test_a_long_review_is_whole(qtbot: QtBot, window: Window, services: FakeServices) -> None:
    """A hundred replies more are all there."""
    review = opened(qtbot, window, services, stored(1, timeline=long_timeline(100)))

    assert len(review.findChildren(Passage)) > 100


def test_every_step_of_the_mood_can_be_opened(review: Review) -> None:
    """Arrow keys and clicks choose a step; the words say when, by how much, and why."""
    curve = review.findChild(PressureCurve)
    moves = review._stored.timeline.moods
    assert curve is not None
    assert step_told(review).startswith("0:22: +9 to 81, ")

    QTest.keyClick(curve, Qt.Key.Key_Right)
    assert moves[1].why in step_told(review)

    QTest.keyClick(curve, Qt.Key.Key_End)
    assert moves[-1].why in step_told(review)

    QTest.mouseClick(curve, Qt.MouseButton.LeftButton, pos=QPoint(0, 20))
    assert moves[0].why in step_told(review)


def step_told(review: Review) -> str:
    """Return the words of the step that is chosen."""
    texts = shown(review)
    return texts[texts.index("Calm below, furious above. Choose a step to see why.") + 1]


def test_trust_and_needs_stand_beside_a_step(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """Where they were followed."""
    one = stored(1)
    moves = [replace(move, trust=52, met=("heard", "apology")) for move in one.timeline.moods]
    others = [entry for entry in one.timeline.entries if not isinstance(entry, MoodMove)]
    entries = tuple(sorted([*others, *moves], key=lambda entry: entry.start_ms))

    review = opened(
        qtbot, window, services, replace(one, timeline=replace(one.timeline, entries=entries))
    )

    assert "Trust: 52. They had by then: being heard, a plain sorry." in shown(review)
