from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices, stored
from tests.support.examples import example_rating
from tests.support.widgets import accessible, click, focused, named, page_of, press, shown, table
from trainer.conversation.words import Span
from trainer.desktop.pages.before import Before
from trainer.desktop.pages.home import Home
from trainer.desktop.pages.review import Review
from trainer.desktop.widgets.mark_ring import MarkRing
from trainer.desktop.window import Window
from trainer.rating.scorecard import Marks
from trainer.records.problems import RecordsProblem
from trainer.records.store import StoredRehearsal

WHOLE = (
    "Button       Home",
    "Button       Rehearse again",
    "ButtonMenu   Export …",
    "CheckBox     How was this made: Overall",
    "CheckBox     How was this made: Listening",
    "CheckBox     How was this made: Calming language",
    "Button       Play the moment at 0:21",
    "Button       Show the moment at 0:21 below",
    "Button       I see the moment at 0:21 otherwise",
    "Button       Play the moment at 0:51",
    "Button       Show the moment at 0:51 below",
    "Button       I see the moment at 0:51 otherwise",
    "Button       Play the moment at 1:10",
    "Button       Show the moment at 1:10 below",
    "Button       I see the moment at 1:10 otherwise",
    "Button       Closer",
    "Button       Wider",
    "Button       Whole call",
    "Slider       Timeline: arrows choose a moment, plus and minus zoom, Return plays",
    "EditableText What was said, to read and to correct",
    "Button       Play both voices",
    "Button       Play Voice of Marcus",
    "Button       Play your voice",
    "Button       I see it otherwise",
    "CheckBox     How was this made: Words a minute",
    "CheckBox     How was this made: Longest pause",
    "CheckBox     How was this made: Share of pauses",
)
"""Everything on the page that can be used, in the order of Tab."""


REFLECTED = [
    "EditableText What caused it?",
    "EditableText What would have prevented it?",
    "EditableText What will you try next?",
]
NOTHING_TO_KEEP = "Button       Keep what I wrote (off)"


def tabbed(review: Review, count: int) -> list[str]:
    """Return the names of what Tab leads to, from the first on."""
    named(review, "Home").setFocus()
    names = [accessible(review.window().focusWidget())[1]]
    while len(names) < count:
        review.window().focusNextChild()
        names.append(accessible(review.window().focusWidget())[1])
    return names


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
    ring = review.findChild(MarkRing)
    assert ring is not None
    assert ring.accessibleName() == "Overall: 78, steady"
    assert bars == [
        ("ProgressBar", "Listening: 58, coming on"),
        ("ProgressBar", "Calming language: 88, strong"),
        ("ProgressBar", "Steps: 84, steady"),
        ("ProgressBar", "Pacing: 76, steady"),
        ("ProgressBar", "Outcome: 95, strong"),
    ]


def test_everything_can_be_reached_and_has_a_name(review: Review) -> None:
    """Rehearsing again comes first; then marks, advice, timeline, transcript, moment and pace.

    What one takes from it comes last.
    """
    reached = [*WHOLE, *REFLECTED]

    assert set(table(review).splitlines()) == {*reached, NOTHING_TO_KEEP}
    assert tabbed(review, len(reached)) == [each[13:] for each in reached]


def test_one_moment_plays_at_a_time(qtbot: QtBot, review: Review, services: FakeServices) -> None:
    """The button that began it stops it; another stops the first; the end rests it."""
    first, second = (
        named(review, "Play the moment at 0:21"),
        named(review, "Play the moment at 0:51"),
    )

    first.click()
    words = [first.text()]
    second.click()
    words += [first.text(), second.text()]
    services.finished[-1]()
    qtbot.waitUntil(lambda: second.text() == "Play")

    assert words == ["Stop", "Play", "Stop"]
    assert services.played == [(Span(21_800, 25_000), "both"), (Span(51_000, 61_800), "both")]
    assert services.silenced == 1


def test_leaving_falls_silent(
    qtbot: QtBot, window: Window, review: Review, services: FakeServices
) -> None:
    """Nothing plays on behind another page."""
    click(review, "Play")

    click(review, "Home")

    page_of(qtbot, window, Home)
    assert services.silenced == 1


def test_what_is_not_rated_says_why_where_the_mark_would_be(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """A mark of None has no bar but a reason; parts of a mark stand with it."""
    rating = example_rating()
    card = replace(
        rating.scorecard,
        overall=None,
        marks=Marks(calming=40),
        not_rated={
            "listening": "You typed your replies, so you could not speak over the customer.",
            "interruptions": "No sound check was made. Make one before the next call.",
            "voice": "No sound check was made, so there is no voice to compare with.",
        },
    )
    rehearsal = stored(1, rating=replace(rating, scorecard=card))

    review = opened(qtbot, window, services, rehearsal)

    texts = shown(review)
    listening = texts[texts.index("Listening") : texts.index("Calming language")]
    pacing = texts[texts.index("Pacing") : texts.index("Outcome")]
    ring = review.findChild(MarkRing)
    assert ring is not None
    assert ring.accessibleName() == "Overall: not rated"
    assert listening == [
        "Listening",
        "not rated",
        "You typed your replies, so you could not speak over the customer.",
        "Interruptions, not rated: No sound check was made. Make one before the next call.",
    ]
    assert pacing[2:] == [
        "Voice, not rated: No sound check was made, so there is no voice to compare with."
    ]
    assert len(review.findChildren(QProgressBar)) == 1


def test_every_figure_opens_to_how_it_was_made(review: Review) -> None:
    """One at a time: what, when and how much; the smallest of many are told together."""
    click(review, "How was this made: Listening")
    QApplication.processEvents()
    listening = shown(review)
    click(review, "How was this made: Overall")
    QApplication.processEvents()
    overall = shown(review)
    click(review, "How was this made: Overall")
    closed = shown(review)

    start = listening.index("How “Listening” was made")
    assert listening[start + 1 : start + 7] == [
        "",
        "Where it starts",
        "75",
        "0:21",
        "You cut in 21 seconds into his story; 14 words went unheard.",
        "\N{MINUS SIGN}30",
    ]
    assert "Smaller ones together: 4" in listening
    assert "How “Listening” was made" not in overall
    assert overall[overall.index("How “Overall” was made") + 2 :][:2] == ["Listening", "14.5"]
    assert not any(text.startswith("How “") for text in closed)


def test_figures_of_pace_open_too(review: Review) -> None:
    """With their own units."""
    click(review, "How was this made: Words a minute")
    QApplication.processEvents()
    texts = shown(review)

    start = texts.index("How “Words a minute” was made")
    assert texts[start + 1 : start + 7] == ["", "Words", "158", "", "Speaking time", "63.6 s"]


def test_own_marks_stand_beside_the_given_ones(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """In words, as far off as they are; who gave none reads nothing of it."""
    own = replace(stored(1), own_marks=Marks(listening=70, calming=80, pacing=76))

    review = opened(qtbot, window, services, own)

    said = [text for text in shown(review) if text.startswith("You said ")]
    assert said == ["You said 70, 12 higher", "You said 80, 8 lower", "You said 76, just so"]
    bars = review.findChildren(QProgressBar)
    assert bars[0].accessibleDescription() == "You said 70, 12 higher"
    assert bars[2].accessibleDescription() == ""


def test_fluency_is_hidden_from_who_does_not_want_to_see_it(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """Fillers and pauses are neither shown nor explained away."""
    services.choose(rates_fluency=False)

    review = opened(qtbot, window, services)

    texts = " ".join(shown(review))
    assert "Words a minute" in texts
    for hidden in ("Fillers", "Share of pauses", "Longest pause"):
        assert hidden not in texts


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


def test_what_is_to_be_done_is_not_quoted(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """It stands in brackets; what could be said stands in quotes."""
    rating = example_rating()
    first, *others = rating.scorecard.advice
    silent = replace(first, better="(stay silent until they slow down)")
    card = replace(rating.scorecard, advice=(silent, *others))
    review = opened(qtbot, window, services, stored(1, rating=replace(rating, scorecard=card)))

    assert "(stay silent until they slow down)" in shown(review)
    assert f"“{others[0].better}”" in shown(review)
