import pytest

from tests.support.rating import line, reply, rubric
from trainer.conversation.timeline import (
    Entry,
    Listening,
    Overlap,
    OverlapKind,
    Silence,
    Timeline,
)
from trainer.rating.hearing import hear
from trainer.rating.judged import Judged
from trainer.rating.listening import mark_listening
from trainer.techniques.detector import Detector

INTERRUPTION, BACKCHANNEL = OverlapKind.INTERRUPTION, OverlapKind.BACKCHANNEL
VENT = line("you lost my parcel again", 0, 5000, pressure=80)
ANSWER = reply("the office opens at nine", 6000, 9000)


def judge(detector: Detector, *entries: Entry, unrated: str = "") -> Judged:
    """Return the listening mark of those entries."""
    listening = Listening("vosk", interruptions_unrated=unrated)
    timeline = Timeline(60_000, entries, listening)
    return mark_listening(timeline, hear(timeline, detector), rubric())


def test_base(detector: Detector) -> None:
    """Neither interrupting nor showing that one listens is the base."""
    assert judge(detector, VENT, ANSWER).mark == 75


def test_interruption(detector: Detector) -> None:
    """An interruption costs, and names the word and what went unheard."""
    cut = Overlap(2500, 3500, INTERRUPTION, "wait", cut_at="my", unheard=4)
    judged = judge(detector, VENT, cut, ANSWER)
    (finding,) = judged.findings

    assert judged.mark == 60
    assert (finding.rule, finding.points, finding.quote) == ("interruption", -15, "wait")
    assert finding.text == 'You cut in at "my"; 4 words went unheard.'


def test_interruption_that_was_talked_over(detector: Detector) -> None:
    """Where the customer talked on, the word under the interruption is named, if there is one."""
    over = Overlap(2500, 3500, INTERRUPTION, "wait")
    stray = Overlap(50_000, 51_000, INTERRUPTION, "wait")

    assert [one.text for one in judge(detector, VENT, over, ANSWER).findings] == [
        'You cut in at "my".'
    ]
    assert [one.text for one in judge(detector, VENT, stray, ANSWER).findings] == ["You cut in."]


def test_backchannels_are_credited_up_to_a_limit(detector: Detector) -> None:
    """Backchannels over the line or as replies count, the first three of them."""
    over = [Overlap(at, at + 400, BACKCHANNEL, "mm hm") for at in (1000, 2000, 3000)]
    alone = reply("mm hm", 5500, 5900)

    assert judge(detector, VENT, alone).mark == 78
    assert judge(detector, VENT, *over, alone).mark == 84


def test_giving_back_and_inviting(detector: Detector) -> None:
    """Reflecting and inviting to go on are credited, telling to stop costs."""
    reflect = reply("if i understand you correctly the parcel was lost twice", 6000, 9000)
    invite = reply("please tell me everything that happened", 10_000, 12_000)
    stop = reply("let me stop you right there", 13_000, 14_000)

    assert judge(detector, VENT, reflect).mark == 85
    assert judge(detector, VENT, reflect, invite).mark == 90
    assert judge(detector, VENT, reflect, invite, stop).mark == 82


@pytest.mark.parametrize(
    ("length_ms", "announced", "mark"),
    [(3000, False, 75), (3001, False, 67), (15_000, True, 75), (15_001, True, 67)],
)
def test_dead_air(detector: Detector, length_ms: int, announced: bool, mark: int) -> None:  # noqa: FBT001 - a table's column
    """Dead air costs over 3 s, announced over 15 s."""
    silence = Silence(10_000, 10_000 + length_ms, announced)

    assert judge(detector, VENT, ANSWER, silence).mark == mark


def test_too_soon_is_a_hint(detector: Detector) -> None:
    """Answering an outburst at once is pointed out without points."""
    judged = judge(detector, VENT, reply("the office opens at nine", 5100, 9000))

    assert judged.mark == 75
    assert [(one.rule, one.points) for one in judged.findings] == [("too_soon", 0.0)]


def test_too_soon_after_a_calm_line_is_nothing(detector: Detector) -> None:
    """A calm line may be answered at once, and a typed reply says nothing about time."""
    calm = line("fine", 0, 5000, pressure=20)

    assert judge(detector, calm, reply("it opens at nine", 5100, 9000)).findings == ()
    assert judge(detector, VENT, reply("it opens at nine", 5100, 9000, typed=True)).findings == ()


def test_interruptions_not_rated(detector: Detector) -> None:
    """Without a sound check there is no interruption score, and the reason is said."""
    cut = Overlap(2500, 3500, INTERRUPTION, "wait")
    judged = judge(detector, VENT, cut, ANSWER, unrated="There was no sound check.")

    assert judged.mark == 75
    assert judged.not_rated == {"interruptions": "There was no sound check."}


def test_typed_replies_and_lone_recordings(detector: Detector) -> None:
    """Who types can't speak over anybody, nor can who is alone on the recording."""
    typed = judge(detector, VENT, reply("the office opens at nine", 6000, 9000, typed=True))
    alone = judge(detector, ANSWER)

    assert "You typed your replies" in typed.not_rated["interruptions"]
    assert "can't be heard" in alone.not_rated["interruptions"]


def test_nothing_said(detector: Detector) -> None:
    """Who has said nothing is not rated."""
    judged = judge(detector, VENT)

    assert (judged.mark, judged.not_rated) == (
        None,
        {"listening": "You have not said anything yet."},
    )
