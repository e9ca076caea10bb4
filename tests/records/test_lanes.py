"""Where things stand in the picture of a call."""

from itertools import pairwise

from tests.support.examples import example_rating, example_timeline
from trainer.conversation.timeline import MoodMove, Reply, Timeline
from trainer.conversation.words import Span
from trainer.records.lanes import LEFT, RIGHT, Bar, Meeting, bands_of


def test_a_short_call_is_one_band() -> None:
    """Six lines and five replies stand in order, all inside the picture."""
    (band,) = bands_of(example_timeline(), example_rating().scorecard.advice)

    assert (len(band.customer), len(band.trainee)) == (6, 5)
    assert all(one.x < other.x for one, other in pairwise(band.customer))
    assert all(bar.x >= LEFT and bar.x + bar.width <= RIGHT for bar in band.customer + band.trainee)
    assert [flag.number for flag in band.flags] == [1, 2, 3]
    assert [tick.label for tick in band.ticks][:3] == ["0:00", "0:15", "0:30"]


def test_overlaps_keep_their_kind() -> None:
    """Each has its place between the lanes and the name of its shape."""
    (band,) = bands_of(example_timeline())

    assert [meeting.kind for meeting in band.meetings] == [
        "backchannel",
        "interruption",
        "end_overlap",
    ]
    assert isinstance(band.meetings[0], Meeting)
    assert band.meetings[1].title == "0:21 You cut in"


def test_a_long_call_is_cut_into_equal_bands() -> None:
    """Twenty minutes take four bands; a reply across a cut is drawn in both."""
    timeline = Timeline(1_200_000, (Reply(290_000, 310_000, (), (Span(290_000, 310_000),)),))

    bands = bands_of(timeline)

    assert len(bands) == 4
    assert [len(band.trainee) for band in bands] == [1, 1, 0, 0]
    assert bands[0].trainee[0] == Bar(733.3, 22.7, "4:50 ", "at-0")
    assert bands[1].trainee[0].x == LEFT


def test_pressure_begins_before_its_first_move() -> None:
    """The curve starts where the customer began and ends where the last move led."""
    moves = (MoodMove(5_000, 5_000, 80, 30, "worse"), MoodMove(8_000, 8_000, 20, -60, "better"))

    (band,) = bands_of(Timeline(10_000, moves))

    assert band.curve.startswith(f"M{LEFT} 50.0")
    assert band.curve.endswith("62.0")
    assert band.area.endswith("Z")


def test_pressure_goes_on_across_bands() -> None:
    """A band begins at the height at which the one before has ended."""
    moves = (MoodMove(10_000, 10_000, 80, 30, "worse"),)

    first, second = bands_of(Timeline(300_000, moves))

    assert first.curve.rsplit(" ", 1)[1] == second.curve.split(" ")[1].split("L")[0] == "38.0"


def test_every_step_of_the_pressure_is_on_its_curve() -> None:
    """Each says by how much and why, and leads to its place in the transcript."""
    call = example_timeline()
    (band,) = bands_of(call)

    first, *_, last = band.steps
    assert len(band.steps) == len(call.moods)
    assert first.title == "+9: you cut in at “never once”; 14 words unheard"
    assert (first.worse, last.worse) == (True, False)
    assert call.entries[int(first.anchor.removeprefix("at-"))] == call.moods[0]
    assert f"{first.x} {first.y}" in band.curve


def test_a_step_at_the_very_end_is_still_drawn() -> None:
    """The last move comes when the call is over, and once only."""
    moves = (MoodMove(10_000, 10_000, 80, 30, "worse"), MoodMove(300_000, 300_000, 90, 10, "gone"))

    bands = bands_of(Timeline(300_000, moves))

    assert [len(band.steps) for band in bands] == [1, 1]
    assert bands[1].steps[0].x == RIGHT


def test_without_moods_there_is_no_curve() -> None:
    """A rated recording of two real people has no pressure to show."""
    (band,) = bands_of(Timeline(10_000, (Reply(0, 900, ()),)))

    assert (band.curve, band.area) == ("", "")
    assert len(band.trainee) == 1


def test_an_empty_call_can_be_drawn() -> None:
    """Nothing happened, and nothing fails."""
    (band,) = bands_of(Timeline(0, ()))

    assert (band.customer, band.trainee, band.meetings) == ((), (), ())
