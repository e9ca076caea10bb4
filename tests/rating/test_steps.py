from tests.support.rating import line, reply, rubric
from trainer.conversation.timeline import Entry, Listening, Overlap, OverlapKind, Timeline
from trainer.rating.hearing import hear
from trainer.rating.judged import Judged
from trainer.rating.steps import mark_steps
from trainer.techniques.detector import Detector

VENT = line("you lost my parcel again", 0, 5000)
ACKNOWLEDGE = "i can hear how upset you are"
CLARIFY = "what would help you most"
SOLVE = "i will refund the order"
CONFIRM = "does that work for you"
FOLLOW_UP = "i will call you back"
NEUTRAL = "the office opens at nine"


def judge(
    detector: Detector, *entries: Entry | str, unrated: str = "", typed: bool = False
) -> Judged:
    """Return the steps mark; texts are replies, ten seconds apart from 6 s on."""
    texts = (entry for entry in entries if isinstance(entry, str))
    replies = [
        reply(text, 6000 + at * 10_000, 9000 + at * 10_000, typed=typed)
        for at, text in enumerate(texts)
    ]
    others = [entry for entry in entries if not isinstance(entry, str)]
    listening = Listening("vosk", interruptions_unrated=unrated)
    timeline = Timeline(120_000, (*others, *replies), listening)
    return mark_steps(timeline, hear(timeline, detector), rubric().steps)


def rules(judged: Judged) -> dict[str, float]:
    """Return rule and points of every finding."""
    return {finding.rule: finding.points for finding in judged.findings}


def test_every_step_in_order(detector: Detector) -> None:
    """Who takes every step in order, after hearing the customer out, has the full mark."""
    judged = judge(detector, VENT, ACKNOWLEDGE, CLARIFY, SOLVE, CONFIRM, FOLLOW_UP)

    assert judged.mark == 100
    assert judged.findings[0].text == "You heard the customer out."
    assert judged.findings[-1].text == "First acknowledgement 6 seconds into the call."


def test_all_steps_in_one_reply(detector: Detector) -> None:
    """Within one reply no step is too early."""
    one = f"{SOLVE} {ACKNOWLEDGE} {CLARIFY} {CONFIRM} {FOLLOW_UP}"

    assert judge(detector, VENT, one).mark == 100


def test_missed_steps(detector: Detector) -> None:
    """What never came costs its points; its moment is where it would have had its place."""
    judged = judge(detector, VENT, NEUTRAL, f"{ACKNOWLEDGE} {SOLVE}")
    missed = {one.rule: one for one in judged.findings if one.points < 0}

    assert {rule: one.points for rule, one in missed.items()} == {
        "step_missed.clarify": -15,
        "step_missed.confirm": -10,
        "step_missed.follow_up": -15,
    }
    assert judged.mark == 60
    assert missed["step_missed.clarify"].start_ms == 6000
    assert missed["step_missed.follow_up"].start_ms == 16_000


def test_too_early(detector: Detector) -> None:
    """A solution before any acknowledgement earns half, and so does agreement before an offer."""
    judged = judge(detector, VENT, CONFIRM, SOLVE, ACKNOWLEDGE, CLARIFY, FOLLOW_UP)

    assert rules(judged)["step_early.solve"] == -10
    assert rules(judged)["step_early.confirm"] == -5
    assert judged.mark == 85


def test_never_acknowledged(detector: Detector) -> None:
    """Without any acknowledgement every solution is too early."""
    assert rules(judge(detector, VENT, SOLVE))["step_early.solve"] == -10


def test_customer_was_cut(detector: Detector) -> None:
    """Who was cut or interrupted at first was not heard out, unless they are asked to go on."""
    cut = line("you lost", 0, 2000, unheard=3)
    interruption = Overlap(2000, 3000, OverlapKind.INTERRUPTION, "wait")
    later = Overlap(7000, 8000, OverlapKind.INTERRUPTION, "wait")

    assert "step_missed.listen" in rules(judge(detector, cut, NEUTRAL))
    assert "step_missed.listen" in rules(judge(detector, VENT, interruption, NEUTRAL))
    assert "step_reached.listen" in rules(judge(detector, VENT, later, NEUTRAL))
    assert "step_reached.listen" in rules(judge(detector, cut, "please tell me everything"))


def test_late_acknowledgement(detector: Detector) -> None:
    """An acknowledgement after more than 45 s is late; typed times say nothing about that."""
    texts = [NEUTRAL] * 4 + [ACKNOWLEDGE]

    assert rules(judge(detector, VENT, *texts))["late_acknowledgement"] == -10
    assert rules(judge(detector, VENT, *texts, typed=True))["first_acknowledgement"] == 0


def test_listening_not_rated(detector: Detector) -> None:
    """Where nobody knows whether the customer was cut, the other steps share the mark."""
    judged = judge(
        detector, VENT, ACKNOWLEDGE, CLARIFY, SOLVE, CONFIRM, unrated="There was no sound check."
    )

    assert judged.not_rated == {"listen": "There was no sound check."}
    assert rules(judged)["step_missed.follow_up"] == round(-15 * 100 / 85, 2)
    assert judged.mark == 82


def test_recording_without_the_customer(detector: Detector) -> None:
    """Alone on a recording, time counts from its start."""
    judged = judge(detector, ACKNOWLEDGE)

    assert "listen" in judged.not_rated
    assert judged.findings[-1].text == "First acknowledgement 6 seconds into the call."


def test_a_moment_tried_again_has_no_steps(detector: Detector) -> None:
    """They are taken in a whole conversation."""
    timeline = Timeline(60_000, (VENT, reply(SOLVE, 6_000, 9_000)), taken_up=True)

    judged = mark_steps(timeline, hear(timeline, detector), rubric().steps)

    assert judged.mark is None
    assert "one moment again" in judged.not_rated["steps"]


def test_nothing_said(detector: Detector) -> None:
    """Who has said nothing is not rated."""
    judged = judge(detector, VENT)

    assert (judged.mark, judged.not_rated) == (None, {"steps": "You have not said anything yet."})
