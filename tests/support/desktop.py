"""A program for the window to talk to: everything is at hand, nothing sounds, nothing is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from tests.support.examples import example_rating, example_timeline
from tests.support.rehearsals import BEGAN
from trainer.conversation.end_pointing import Pace
from trainer.conversation.timeline import Reply, Timeline
from trainer.conversation.words import Span
from trainer.desktop.services import EarsChoice, Watch
from trainer.rating.scorecard import Rating
from trainer.records.problems import RecordsProblem
from trainer.records.store import Mode, RehearsalId, RehearsalSummary, StoredRating, StoredRehearsal
from trainer.rehearsal.events import Command, RehearsalEvent
from trainer.rehearsal.sound_check import SoundCheckResult, Stage
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
    "FakeRehearsal",
    "FakeServices",
    "example_scenario",
    "example_scenarios",
    "long_timeline",
    "stored",
]

C = Competence


@dataclass
class FakeRehearsal:
    """A rehearsal that does what the test says."""

    scenario_id: str
    typed: bool
    watch: Watch
    kept: Callable[[RehearsalId], None]
    sent: list[Command] = field(default_factory=list)
    closed: int = 0

    def send(self, command: Command) -> None:
        """Keep the command."""
        self.sent.append(command)

    def close(self) -> None:
        """Count that it was closed."""
        self.closed += 1

    def tell(self, *events: RehearsalEvent) -> None:
        """Let these happen."""
        for event in events:
            self.watch(event)


@dataclass
class FakeServices:
    """The program behind the window, in memory; `refusals` raise instead of answering."""

    library: tuple[Scenario, ...] = field(default_factory=lambda: example_scenarios())  # noqa: PLW0108 - it stands below
    kept: list[StoredRehearsal] = field(default_factory=list)
    refusals: dict[str, Exception] = field(default_factory=dict)
    running: list[FakeRehearsal] = field(default_factory=list)
    checks: list[tuple[Callable[[float], None], Callable[[SoundCheckResult], None]]] = field(
        default_factory=list
    )
    stages: list[Callable[[Stage], None]] = field(default_factory=list)
    cancelled: int = 0
    played: list[Span] = field(default_factory=list)
    finished: list[Callable[[], None]] = field(default_factory=list)
    silenced: int = 0
    trashed: list[RehearsalId] = field(default_factory=list)
    reports: list[Path] = field(default_factory=list)
    chosen: Pace = Pace.NORMAL

    def scenarios(self) -> tuple[Scenario, ...]:
        """Return the library."""
        self._refuse("scenarios")
        return self.library

    def import_pack(self, path: Path) -> tuple[Scenario, ...]:
        """Take the first scenario again, under the pack's name."""
        self._refuse("import_pack")
        taken = self.library[0].model_copy(update={"id": path.stem, "title": path.stem})
        self.library = (*self.library, taken)
        return (taken,)

    def ears(self) -> EarsChoice:
        """Return one that is good enough."""
        self._refuse("ears")
        return EarsChoice("PocketSphinx", "It mishears about one word in three. Vosk hears better.")

    def check_sound(
        self,
        level: Callable[[float], None],
        stage: Callable[[Stage], None],
        done: Callable[[SoundCheckResult], None],
    ) -> Callable[[], None]:
        """Keep the callbacks for the test to call."""
        self._refuse("check_sound")
        self.checks.append((level, done))
        self.stages.append(stage)
        return self._cancel

    def rehearse(
        self, scenario_id: str, *, typed: bool, watch: Watch, kept: Callable[[RehearsalId], None]
    ) -> FakeRehearsal:
        """Begin one that does what the test says."""
        self._refuse("rehearse")
        self.running.append(FakeRehearsal(scenario_id, typed, watch, kept))
        return self.running[-1]

    def pace(self) -> Pace:
        """Return what was chosen last."""
        self._refuse("pace")
        return self.chosen

    def choose_pace(self, pace: Pace) -> None:
        """Remember it."""
        self._refuse("choose_pace")
        self.chosen = pace

    def rehearsals(self) -> Sequence[RehearsalSummary]:
        """Return what is kept and not in the bin."""
        self._refuse("rehearsals")
        return [each.summary for each in self.kept if each.summary.id not in self.trashed]

    def load(self, rehearsal: RehearsalId) -> StoredRehearsal:
        """Return one that is kept."""
        self._refuse("load")
        for each in self.kept:
            if each.summary.id == rehearsal:
                return each
        raise RecordsProblem("That rehearsal is no longer here. Choose another from Home.")

    def play(self, rehearsal: RehearsalId, span: Span, finished: Callable[[], None]) -> None:
        """Keep the span."""
        del rehearsal
        self._refuse("play")
        self.played.append(span)
        self.finished.append(finished)

    def stop_playing(self) -> None:
        """Count it."""
        self.silenced += 1

    def export_report(self, rehearsal: RehearsalId, path: Path) -> None:
        """Keep where it would be."""
        del rehearsal
        self._refuse("export_report")
        self.reports.append(path)

    def trash(self, rehearsal: RehearsalId) -> None:
        """Put it aside."""
        self._refuse("trash")
        self.trashed.append(rehearsal)

    def restore(self, rehearsal: RehearsalId) -> None:
        """Bring it back."""
        self.trashed.remove(rehearsal)

    def _cancel(self) -> None:
        self.cancelled += 1

    def _refuse(self, what: str) -> None:
        if what in self.refusals:
            raise self.refusals[what]


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
    rating = rating or example_rating()
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
    )
    return StoredRehearsal(
        summary=summary,
        timeline=timeline,
        ratings=(StoredRating(rating, "1", began),) if rated else (),
        recording=Path("double-charge.flac") if recorded else None,
    )


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
