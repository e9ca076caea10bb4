"""Scenarios and kept rehearsals to show."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.support.examples import example_rating, example_timeline
from tests.support.rehearsals import BEGAN
from tests.support.scenarios import rules
from trainer.conversation.timeline import MoodMove, Reply, Timeline
from trainer.customer.customer import Customer
from trainer.rating.scorecard import Part, Rating
from trainer.records.store import (
    Again,
    Mode,
    RehearsalId,
    RehearsalSummary,
    Script,
    StoredRating,
    StoredRehearsal,
)
from trainer.rehearsal.events import Bookmark
from trainer.scenario.scenario import (
    Briefing,
    Category,
    Competence,
    Difficulty,
    Fact,
    Lines,
    Person,
    Remedy,
    Scenario,
    Setting,
    Solution,
    Temperament,
)

__all__ = [
    "better_rating",
    "example_scenario",
    "example_scenarios",
    "long_timeline",
    "opened",
    "repeatable",
    "stored",
    "take_of",
]

C = Competence


def stored(
    number: int = 1,
    *,
    timeline: Timeline | None = None,
    rating: Rating | None = None,
    rated: bool = True,
    recorded: bool = True,
    title: str = "Double charge",
) -> StoredRehearsal:
    """Return Marcus's call as it is kept; `number` is its id, a higher one is older."""
    timeline = timeline or example_timeline()
    rating = rating or opened(example_rating())
    card = rating.scorecard
    began = BEGAN - timedelta(days=number)
    summary = RehearsalSummary(
        id=RehearsalId(number),
        profile="Ada",
        scenario_id="double-charge",
        scenario_title=title,
        started_at=began,
        duration_ms=timeline.duration_ms,
        mode=Mode.PRACTICE,
        recogniser=timeline.listening.recogniser,
        outcome=timeline.outcome,
        overall=card.overall if rated else None,
        marks=card.marks,
        sentence=card.summary if rated else "",
        reviewed_at=began,
    )
    return StoredRehearsal(
        summary=summary,
        timeline=timeline,
        ratings=(StoredRating(rating, "1", began),) if rated else (),
        recording=Path("double-charge.flac") if recorded else None,
    )


def repeatable(kept: StoredRehearsal, sign: str = "") -> StoredRehearsal:
    """Return it with what it takes to try its moments again; `sign` is its scenario's."""
    state = Customer(example_scenario(), rules()).opening()[0]
    marks = tuple(
        Bookmark(line.start_ms, replace(state, pressure=line.pressure or 0, turn=turn))
        for turn, line in enumerate(kept.timeline.lines)
    )
    return replace(kept, script=Script(3, marks, sign or example_scenario().sign))


def take_of(whole: StoredRehearsal, number: int, line: int = 1) -> StoredRehearsal:
    """Return a moment of it tried again: that line, answered better, and what was said then."""
    call = example_timeline()
    began, until = call.lines[line].start_ms, call.lines[line + 1].end_ms
    entries = tuple(
        replace(one, pressure=one.pressure - 12) if isinstance(one, MoodMove) else one
        for one in call.entries
        if began <= one.start_ms < until
    )
    timeline = replace(call, duration_ms=until, entries=entries, outcome=None, taken_up=True)
    rating = opened(example_rating())
    heard = [
        replace(one, reply=one.reply - line)
        for one in rating.techniques
        if began <= one.start_ms < until
    ]
    rating = replace(rating, techniques=tuple(heard))
    sign = whole.script.scenario if whole.script else ""
    kept = repeatable(stored(number, timeline=timeline, rating=rating), sign)
    began_at = whole.summary.started_at + timedelta(minutes=10 * number)
    again = Again(whole.summary.id, began)
    summary = replace(kept.summary, started_at=began_at, again=again, outcome=None)
    return replace(kept, summary=summary)


def opened(rating: Rating) -> Rating:
    """Return the rating with what its marks and its pace were made of."""
    card, pacing = rating.scorecard, rating.pacing
    marks = {
        "overall": (Part("listening", 14.5, "points"), Part("calming", 26.4, "points")),
        "listening": (
            Part("start", 75.0, "points"),
            Part("interruption", -30.0, "points", 21_800, 22_400),
            *(Part("backchannel", 3.0, "points", 10_200 + i, 10_620 + i) for i in range(12)),
        ),
        "calming": (Part("acknowledge_feelings", 12.0, "points", 35_400, 44_700),),
    }
    measures = {
        "words_per_minute": (Part("words", 158, "words"), Part("speaking time", 63_600, "ms")),
        "pause_ratio": (Part("pauses", 5_100, "ms"), Part("speaking time", 63_600, "ms")),
        "longest_pause_ms": (Part("pause", 880, "ms", 71_000, 71_880),),
    }
    return replace(
        rating,
        scorecard=replace(card, made_of=marks),
        pacing=replace(pacing, made_of=measures),
    )


def better_rating() -> Rating:
    """Return how Marcus's call is rated once it was understood better."""
    rating = opened(example_rating())
    card = rating.scorecard
    marks = replace(card.marks, listening=66)
    return replace(rating, scorecard=replace(card, overall=80, marks=marks))


def long_timeline(turns: int) -> Timeline:
    """Return Marcus's call again and again until it has that many replies."""
    call = example_timeline()
    replies = [entry for entry in call.entries if isinstance(entry, Reply)]
    repeated = [
        replace(
            replies[turn % len(replies)],
            start_ms=call.duration_ms + turn * 10_000,
            end_ms=call.duration_ms + turn * 10_000 + 8_000,
        )
        for turn in range(turns)
    ]
    return replace(call, entries=(*call.entries, *repeated))


def example_scenarios() -> tuple[Scenario, ...]:
    """Return four scenarios, easiest first."""
    return (
        example_scenario(
            id="lost-parcel",
            title="The parcel that never came",
            place="The parcel counter of a shop",
            difficulty=Difficulty.EASY,
            setting=Setting.IN_PERSON,
            category=Category.OTHER,
            competences=(C.LET_VENT, C.ACKNOWLEDGE, C.OFFER_SOLUTION),
            customer=_person("Ines Duarte", 34, "A nurse on nights who has waited in twice."),
        ),
        example_scenario(),
        example_scenario(
            id="cold-food",
            title="Cold food, an hour late",
            place="The order line of a pizza kitchen",
            difficulty=Difficulty.MEDIUM,
            competences=(C.APOLOGISE, C.BE_BRIEF),
            customer=_person("Tom Okafor", 41, "A father of three whose birthday tea is spoilt."),
        ),
        example_scenario(
            id="room-not-ready",
            title="The room that is not ready",
            place="The front desk of a hotel",
            difficulty=Difficulty.HARD,
            setting=Setting.IN_PERSON,
            category=Category.OTHER,
            competences=(C.STAY_CALM, C.HOLD_THE_LINE, C.SET_BOUNDARIES),
            customer=_person("Ms Halloran", 58, "A barrister, off a night flight."),
        ),
    )


def example_scenario(**changes: object) -> Scenario:
    """Return Marcus's scenario, changed as asked."""
    told: dict[str, object] = {
        "id": "double-charge",
        "title": "Double charge",
        "setting": Setting.TELEPHONE,
        "category": Category.TELECOM,
        "place": "The billing line of a phone company",
        "difficulty": Difficulty.MEDIUM,
        "competences": (C.LET_VENT, C.LISTEN_REFLECTIVELY, C.FOLLOW_UP),
        "minutes": 8,
        "voice": "north",
        "customer": _person("Marcus Bell", 52, "A bus driver who has never missed his rent."),
        "briefing": _briefing(),
        "facts": {"amount": Fact(value="118 pounds, twice", said_as=("a hundred and eighteen",))},
        "solution": Solution(remedies={"refund": Remedy(what="A refund", said_as=("refund",))}),
        "opening_pressure": 72,
        "lines": _lines(),
    }
    return Scenario.model_validate(told | changes)


def _briefing() -> Briefing:
    return Briefing(
        you_are="You answer the billing line of a phone company. It is Friday, a little after two.",
        what_happened=(
            "On Monday the system charged some customers twice. "
            "Marcus has called before and was told that it is being looked into."
        ),
        you_may=(
            "Refund the second charge at once; it is in the account by noon tomorrow.",
            "Pay a bank's fee of up to 25 pounds if the charge caused it.",
        ),
        you_may_not=("Give credit or free months.",),
    )


def _person(name: str, age: int, who: str) -> Person:
    return Person(name=name, age=age, who=who, temperament=Temperament.QUICK)


def _lines() -> Lines:
    needed = {name for name, each in Lines.model_fields.items() if each.is_required()} - {"vent"}
    return Lines.model_validate({"vent": ["And again."], **dict.fromkeys(needed, "Well.")})
