"""What is kept of a rehearsal, as it is handed in, listed and opened again."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NewType

from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import Outcome, Timeline
from trainer.customer.state import CustomerState
from trainer.rating.scorecard import Marks, Rating
from trainer.records.wording import clock
from trainer.rehearsal.events import Bookmark

__all__ = [
    "Again",
    "Amount",
    "FinishedRehearsal",
    "Mode",
    "Note",
    "Order",
    "Otherwise",
    "Profile",
    "RehearsalId",
    "RehearsalSummary",
    "Restart",
    "Script",
    "Search",
    "StoredRating",
    "StoredRehearsal",
]

RehearsalId = NewType("RehearsalId", int)


class Mode(StrEnum):
    """How much help the trainee is given during the call."""

    GUIDED = "guided"
    PRACTICE = "practice"
    ASSESSMENT = "assessment"


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody who rehearses on this computer."""

    name: str
    created: datetime


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of somebody's is kept.

    Attributes:
        recordings: How many of the rehearsals still have their sound.
        recorded_bytes: What these take on the disk.
        binned: How many rehearsals more lie in the bin.
    """

    rehearsals: int
    recordings: int
    recorded_bytes: int
    binned: int = 0


@dataclass(frozen=True, slots=True)
class Again:
    """A moment that was tried again.

    Attributes:
        of: The rehearsal that it is of; None when that is no longer kept.
        at_ms: Where in it the customer's line began that was taken up.
    """

    of: RehearsalId | None
    at_ms: Millis


@dataclass(frozen=True, slots=True)
class Restart:
    """A moment that is to be tried again, and what it begins with."""

    again: Again
    seed: int
    state: CustomerState


@dataclass(frozen=True, slots=True)
class Script:
    """What it takes to take a rehearsal up again in its middle.

    Attributes:
        seed: Chose between the customer's wordings.
        bookmarks: What the customer was like as they began each line, in order.
        scenario: The scenario's sign. A customer of another one may want what there is not in it.
    """

    seed: int
    bookmarks: tuple[Bookmark, ...]
    scenario: str = ""

    def at(self, at_ms: Millis) -> Bookmark | None:
        """Return the line to take up for what took place then, the first for what came before.

        None where there is none that goes on.
        """
        going_on = [mark for mark in self.bookmarks if mark.state.outcome is None]
        before = [mark for mark in going_on if mark.at_ms <= at_ms]
        return next(iter((*before[-1:], *going_on)), None)


@dataclass(frozen=True, slots=True)
class FinishedRehearsal:
    """A rehearsal that is to be kept.

    Attributes:
        profile: Name of who rehearsed; made when it is new.
        started_at: Wall time with its zone.
        rating: None when it has not been rated.
        rubric: Version of the rubric that rated it.
        recording: The FLAC in the recordings folder; None when nothing was recorded.
        script: What it takes to take it up again; None where that is not known.
        again: Which moment of another it tried again; None for one of its own.
    """

    profile: str
    scenario_id: str
    scenario_title: str
    started_at: datetime
    timeline: Timeline
    rating: Rating | None = None
    rubric: str = ""
    mode: Mode = Mode.PRACTICE
    recording: Path | None = None
    script: Script | None = None
    again: Again | None = None


@dataclass(frozen=True, slots=True)
class RehearsalSummary:
    """A rehearsal as it stands in a list.

    Attributes:
        started_at: Wall time, UTC.
        recogniser: What listened; empty when every reply was typed.
        outcome: None when the rehearsal was broken off.
        overall: Of the newest rating, as are `marks` and `sentence`.
        sentence: The one that sums it up.
        trashed_at: When it was put in the bin; None when it is not there.
        interruptions: How often the trainee cut in; None where that is not rated.
        words_per_minute: None where it is not rated, as is the next.
        under_pressure_wpm: How much faster after outbursts than otherwise.
        reviewed_at: When its review was first opened; None before.
        tags: The trainee's own words to sort it by, in alphabetical order.
        again: Which moment of another it tried again; None for a whole one.
    """

    id: RehearsalId
    profile: str
    scenario_id: str
    scenario_title: str
    started_at: datetime
    duration_ms: Millis
    mode: Mode
    recogniser: str
    outcome: Outcome | None
    overall: int | None
    marks: Marks
    sentence: str = ""
    trashed_at: datetime | None = None
    interruptions: int | None = None
    words_per_minute: float | None = None
    under_pressure_wpm: float | None = None
    reviewed_at: datetime | None = None
    tags: tuple[str, ...] = ()
    again: Again | None = None

    @property
    def title(self) -> str:
        """The scenario's title, and which moment of it was tried again."""
        if self.again is None:
            return self.scenario_title
        return f"{self.scenario_title}, again from {clock(self.again.at_ms)}"


class Order(StrEnum):
    """What a list of rehearsals is put in order by."""

    WHEN = "when"
    SCENARIO = "scenario"
    MARK = "mark"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Search:
    """Which rehearsals are looked for, and in what order.

    Attributes:
        text: Each of its words has to be in the title, the summing sentence or a tag.
        tag: They have to bear it; empty for any.
        falling: The newest, best, longest or last in the alphabet first.
    """

    text: str = ""
    tag: str = ""
    order: Order = Order.WHEN
    falling: bool = True


@dataclass(frozen=True, slots=True)
class StoredRating:
    """One rating of a rehearsal; earlier ones stay beside it.

    Attributes:
        rubric: Version of the rubric that rated it.
        why: Why it was rated again; empty for the first.
        corrected: What was rated, where its words had been corrected; None as it was recorded.
    """

    rating: Rating
    rubric: str
    created: datetime
    why: str = ""
    corrected: Timeline | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """The trainee's own words after the call."""

    question: str
    answer: str
    created: datetime


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What the trainee sees otherwise than the rating does.

    Attributes:
        at_ms: Where the moment begins.
    """

    at_ms: Millis
    words: str
    created: datetime


@dataclass(frozen=True, slots=True)
class StoredRehearsal:
    """A rehearsal opened again.

    Attributes:
        timeline: As it was recorded.
        ratings: The oldest first.
        own_marks: What the trainee gave themselves; None where they did not.
        script: What it takes to take it up again; None where it was kept before that was possible.
        otherwise: What the trainee sees otherwise, moment by moment.
        recording: None when nothing was recorded or the file is gone.
    """

    summary: RehearsalSummary
    timeline: Timeline
    ratings: tuple[StoredRating, ...] = ()
    notes: tuple[Note, ...] = field(default=())
    recording: Path | None = None
    own_marks: Marks | None = None
    script: Script | None = None
    otherwise: tuple[Otherwise, ...] = ()

    @property
    def rating(self) -> Rating | None:
        """The newest rating."""
        return self.ratings[-1].rating if self.ratings else None

    @property
    def rated(self) -> Timeline:
        """What the newest rating rated: the timeline, its words corrected where they were."""
        corrected = self.ratings[-1].corrected if self.ratings else None
        return corrected or self.timeline

    def restart_at(self, at_ms: Millis) -> Restart | None:
        """Return what it takes to try again what took place then; None where it is not known.

        A take that is begun once more from its beginning is of the same moment as the take.
        """
        mark = self.script.at(at_ms) if self.script else None
        if self.script is None or mark is None:
            return None
        same = self.summary.again if mark is self.script.bookmarks[0] else None
        again = same or Again(self.summary.id, mark.at_ms)
        return Restart(again, self.script.seed, mark.state)
