"""Trying a moment again, and seeing one otherwise."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices, repeatable, take_of
from tests.support.visits import begin_call
from tests.support.widgets import click, focused, named, page_of, shown
from trainer.desktop.pages.call import Call
from trainer.desktop.pages.review import Review
from trainer.desktop.window import Window
from trainer.records.problems import RecordsProblem
from trainer.records.store import Again, Mode, RehearsalId, StoredRehearsal
from trainer.rehearsal.events import Finished

WHOLE = RehearsalId(1)
SAID_TWICE = 2


@pytest.fixture
def whole(services: FakeServices) -> StoredRehearsal:
    """Return Marcus's call, the newest one, whose moments can be tried again."""
    services.kept[0] = repeatable(services.kept[0])
    return services.kept[0]


@pytest.fixture
def review(qtbot: QtBot, window: Window, whole: StoredRehearsal) -> Review:
    """Return its review."""
    return opened(qtbot, window, whole.summary.id)


def opened(qtbot: QtBot, window: Window, rehearsal: RehearsalId) -> Review:
    """Open a review, and wait until everything of it is there."""
    window.page.opened.emit(rehearsal)
    qtbot.waitUntil(lambda: isinstance(window.page, Review))
    window.bridge.settle()
    return page_of(qtbot, window, Review)


def test_a_piece_of_advice_is_tried_again_at_once(
    qtbot: QtBot, window: Window, review: Review, services: FakeServices
) -> None:
    """The call begins at the line that was said then, with the mood and the seed of then."""
    click(review, "Try the moment at 0:51 again")
    call = page_of(qtbot, window, Call)

    (rehearsal,) = services.running
    restart = rehearsal.wanted.restart
    assert restart is not None
    assert restart.again == Again(WHOLE, 45_900)
    assert (restart.seed, restart.state.pressure) == (3, 67)
    assert (rehearsal.wanted.typed, rehearsal.wanted.mode) == (False, Mode.PRACTICE)
    assert "again from 0:45" in " ".join(shown(call))


def test_any_moment_is_tried_again(
    qtbot: QtBot, window: Window, review: Review, services: FakeServices
) -> None:
    """The one that is chosen; for one before the first line, the first line."""
    review.talk.go_to(25_000)
    click(review.talk.card, "Try this moment again")
    page_of(qtbot, window, Call)

    restart = services.running[0].wanted.restart
    assert restart is not None
    assert restart.again.at_ms == 600


@pytest.mark.parametrize("had", Mode)
def test_a_moment_is_tried_with_as_much_help(
    qtbot: QtBot, window: Window, services: FakeServices, whole: StoredRehearsal, had: Mode
) -> None:
    """An assessment is over: what follows it is practice. Who typed types again."""
    summary = replace(whole.summary, mode=had, recogniser="")
    services.kept[0] = replace(whole, summary=summary, own_marks=whole.summary.marks)
    review = opened(qtbot, window, WHOLE)
    click(review.talk.card, "Try this moment again")
    page_of(qtbot, window, Call)

    has = Mode.GUIDED if had is Mode.GUIDED else Mode.PRACTICE
    assert (services.running[0].wanted.mode, services.running[0].wanted.typed) == (has, True)


def test_what_was_kept_before_or_is_gone_can_not_be_tried_again(
    qtbot: QtBot, window: Window, services: FakeServices, whole: StoredRehearsal
) -> None:
    """There is no button then, rather than one that does nothing."""
    older = opened(qtbot, window, RehearsalId(3))
    assert "Try this moment again" not in buttons(older)

    services.kept[0] = replace(whole, summary=replace(whole.summary, scenario_id="gone"))
    assert "Try this moment again" not in buttons(opened(qtbot, window, WHOLE))


def test_a_scenario_that_was_changed_since_can_not_be_taken_up_in_its_middle(
    qtbot: QtBot, window: Window, services: FakeServices, whole: StoredRehearsal
) -> None:
    """A customer of then may want a remedy that is not in it any more."""
    assert whole.script is not None
    services.kept[0] = replace(whole, script=replace(whole.script, scenario="another"))

    assert "Try this moment again" not in buttons(opened(qtbot, window, WHOLE))


def test_a_call_from_the_beginning_has_no_restart(
    qtbot: QtBot, window: Window, services: FakeServices
) -> None:
    """As ever."""
    begin_call(qtbot, window)

    assert services.running[0].wanted.restart is None


def test_settings_that_can_not_be_read_begin_no_call(
    qtbot: QtBot, window: Window, review: Review, services: FakeServices
) -> None:
    """The review stays, and says why."""
    services.refusals["choices"] = RecordsProblem("The settings can't be read.")
    click(review, "Try the moment at 0:51 again")
    qtbot.waitUntil(lambda: "The settings can't be read." in shown(window.notice))

    assert window.page is review
    assert not services.running


def test_after_a_take_both_stand_side_by_side(
    qtbot: QtBot, window: Window, services: FakeServices, whole: StoredRehearsal
) -> None:
    """What was said and what became of the pressure, then and now."""
    services.kept.append(take_of(whole, 7))
    review = opened(qtbot, window, RehearsalId(7))

    said = shown(review)
    assert any(one.startswith("Double charge, again from 0:25 · ") for one in said)
    assert "The same moment, side by side" in said
    assert "The first time the pressure fell by 14; this time it fell by 26." in said
    assert [one for one in said if one.startswith("Take ")] == ["Take 1", "Take 2, this one"]
    assert "Pressure 81 → 67" in said
    assert "Pressure 81 → 55" in said
    assert said.count("You answered after 1.4 s.") == SAID_TWICE
    assert "What you take from it" not in said


def test_the_takes_play_their_own_sound(
    qtbot: QtBot, window: Window, services: FakeServices, whole: StoredRehearsal
) -> None:
    """Each from the line to the answer; leaving falls silent."""
    services.kept.append(take_of(whole, 7))
    review = opened(qtbot, window, RehearsalId(7))
    click(review, "Play take 1")
    ((span, voice),) = services.played

    assert (span.start_ms, span.end_ms, voice) == (25_900, 49_800, "both")
    review.leave()
    assert services.silenced == 1


def test_a_take_leads_on_to_another_and_back_to_the_whole(
    qtbot: QtBot, window: Window, services: FakeServices, whole: StoredRehearsal
) -> None:
    """Once more is of the same moment; the whole call lists its takes."""
    services.kept.append(take_of(whole, 7))
    review = opened(qtbot, window, RehearsalId(7))
    named(review, "Try it once more").click()
    page_of(qtbot, window, Call)
    restart = services.running[0].wanted.restart
    assert restart is not None
    assert restart.again == Again(WHOLE, 25_900)

    services.running[0].tell(Finished(whole.timeline))
    services.running[0].kept(RehearsalId(7))
    qtbot.waitUntil(lambda: isinstance(window.page, Review))
    click(window.page, "The whole call")
    qtbot.waitUntil(lambda: window.focusWidget().text() == "Rehearse again")  # type: ignore[attr-defined]

    def listed() -> list[str]:
        return [one for one in buttons(window.page) if one.startswith("From 0:25, on")]

    qtbot.waitUntil(lambda: bool(listed()))
    click(window.page, listed()[0])
    qtbot.waitUntil(lambda: "Try it once more" in buttons(window.page))


def test_only_the_first_and_the_newest_takes_stand_side_by_side(
    qtbot: QtBot, window: Window, services: FakeServices, whole: StoredRehearsal
) -> None:
    """Three columns can be read; the others are in the list of the whole call."""
    services.kept += [take_of(whole, number) for number in (7, 8, 9, 10)]
    review = opened(qtbot, window, RehearsalId(10))

    heads = [one for one in shown(review) if one.startswith("Take ")]
    assert heads == ["Take 1", "Take 4", "Take 5, this one"]


def test_takes_that_can_not_be_fetched_leave_the_review_as_it_is(
    qtbot: QtBot, window: Window, services: FakeServices, whole: StoredRehearsal
) -> None:
    """A sentence says so."""
    services.kept.append(take_of(whole, 7))
    services.refusals["side_by_side"] = RecordsProblem("The records are busy. Try again.")
    review = opened(qtbot, window, RehearsalId(7))

    qtbot.waitUntil(lambda: "The records are busy. Try again." in shown(window.notice))
    assert "The same moment, side by side" not in shown(review)


def test_a_moment_is_seen_otherwise(
    qtbot: QtBot, window: Window, review: Review, services: FakeServices
) -> None:
    """The words are kept with the moment, shown there, and can be changed and taken back."""
    click(review, "I see the moment at 0:51 otherwise")
    write(review, "  I did ask\nwhether it was right. ")
    click(review, "Keep the note")
    qtbot.waitUntil(lambda: bool(services.kept[0].otherwise))
    window.bridge.settle()

    at, words = services.kept[0].otherwise[0].at_ms, services.kept[0].otherwise[0].words
    assert (at, words) == (51_000, "I did ask whether it was right.")
    qtbot.waitUntil(lambda: f"You see it otherwise: “{words}”" in shown(review.talk.card))
    review.talk.go_to(91_000)
    assert f"You see it otherwise: “{words}”" not in shown(review.talk.card)

    review.talk.go_to(51_000)
    click(review.talk.card, "Change the note")
    write(review, "")
    click(review, "Keep the note")
    qtbot.waitUntil(lambda: not services.kept[0].otherwise)


def test_a_note_that_can_not_be_kept_stays_in_its_field(
    qtbot: QtBot, window: Window, review: Review, services: FakeServices
) -> None:
    """It can be kept once there is room again, or left."""
    services.refusals["see_otherwise"] = RecordsProblem("The disk is full. Make room.")
    click(review, "I see the moment at 0:51 otherwise")
    write(review, "It was a cough.")
    click(review, "Keep the note")
    qtbot.waitUntil(lambda: "The disk is full. Make room." in shown(window.notice))

    assert field(review).toPlainText() == "It was a cough."
    services.refusals.clear()
    click(review, "Keep the note")
    qtbot.waitUntil(lambda: bool(services.kept[0].otherwise))


def test_a_note_may_be_left(window: Window, review: Review) -> None:
    """Nothing is kept, and the focus is back where it was."""
    click(review, "I see the moment at 0:51 otherwise")
    write(review, "Never mind.")
    click(review, "Leave it")

    assert not field(review).isVisible()
    assert focused(window) == "I see it otherwise"


def field(review: Review) -> QPlainTextEdit:
    """Return where one writes what one sees otherwise."""
    fields = review.talk.card.findChildren(QPlainTextEdit)
    return next(one for one in fields if one.accessibleName().startswith("What was it"))


def write(review: Review, words: str) -> None:
    """Write it."""
    assert field(review).isVisible()
    field(review).setPlainText(words)


def buttons(page: object) -> list[str]:
    """Return the words of every button that is shown."""
    from trainer.desktop.widgets.buttons import Button

    assert isinstance(page, Review)
    return [one.text() for one in page.findChildren(Button) if one.isVisible()]
