"""The model of a scenario file: who is upset, about what, what settles it, and what they say."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Annotated

from pydantic import Field

from trainer.conversation.lines import WhenCut
from trainer.scenario.courses import Demand, Insults, Threat
from trainer.scenario.kinds import (
    Category,
    Competence,
    Difficulty,
    Need,
    Occasion,
    Setting,
    Step,
    StopsFor,
    Temperament,
)
from trainer.scenario.lines import Lines
from trainer.scenario.part import MaybePhrasings, MaybeWordings, Part, Phrasings, Text, Wordings
from trainer.scenario.situation import FALLBACKS, Situation

__all__ = [
    "ALWAYS_SAID",
    "FALLBACKS",
    "USUAL_PATIENCE_S",
    "Briefing",
    "Category",
    "Competence",
    "Demand",
    "Difficulty",
    "Fact",
    "Insults",
    "Lines",
    "Need",
    "Occasion",
    "Person",
    "Remedy",
    "Scenario",
    "Setting",
    "Situation",
    "Solution",
    "Step",
    "StopsFor",
    "Temperament",
    "Threat",
]

USUAL_PATIENCE_S = 30
"""So long a reply may last before they cut in (RUBRIC, section 1)."""
ALWAYS_SAID = frozenset({Need.HEARD, Need.SOLUTION, Need.TIME})
"""Needs that every scenario has lines for: they need none of their own in ``still_missing``."""


class Person(Part):
    """The customer."""

    name: Text
    """What the trainee may call them."""
    age: Annotated[int, Field(ge=16, le=110)]
    """In years."""
    who: Text
    """Who they are, in a sentence."""
    temperament: Temperament
    """How strongly they are moved: even, quick, cold or weary."""
    when_cut: WhenCut = WhenCut.YIELDS
    """When the trainee cuts in while they are angry: yields, talks_on (louder) or snaps."""
    vents_first: Annotated[int, Field(ge=0, le=10)] = 0
    """So many pieces of the vent have to be let off before they can feel heard."""
    patience_s: Annotated[int, Field(ge=5, le=120)] = USUAL_PATIENCE_S
    """They cut in on a reply that lasts longer, in seconds."""
    shows_it: bool = True
    """false: they sound calm however angry they are."""


class Briefing(Part):
    """What the trainee reads before the call."""

    you_are: Text
    """Who the trainee is, such as ``At the parcel counter of a stationer's.``"""
    what_happened: Text
    """As far as the trainee knows."""
    you_may: Phrasings
    """What the trainee may offer."""
    you_may_not: MaybePhrasings = ()
    """What the trainee may not offer."""


class Fact(Part):
    """One fact of the complaint, with which a paraphrase is checked."""

    value: Text
    """The fact, for people."""
    said_as: Phrasings
    """How a trainee may say it, in spoken words."""
    wrong_as: MaybePhrasings = ()
    """How a trainee may get it wrong: another day, another amount."""
    corrected: MaybeWordings = ()
    """What the customer says to that; goes with ``wrong_as``."""
    asked_as: MaybePhrasings = ()
    """Words in a question that ask for it, such as ``tracking number``."""
    answer: MaybeWordings = ()
    """What the customer says when asked for it; goes with ``asked_as``."""
    sensitive: bool = False
    """true: they only tell it to somebody who has asked whether they may ask."""
    needed: bool = False
    """true: nothing can be arranged before the trainee knows it."""
    unasked: MaybeWordings = ()
    """What the customer says to an offer before they were asked for it; goes with ``needed``."""


class Remedy(Part):
    """Something that the trainee can say or do about it."""

    what: Text
    """What it is, for people."""
    said_as: Phrasings
    """Words that saying it has, in spoken words."""


class Solution(Part):
    """What a fitting solution is."""

    remedies: Annotated[Mapping[str, Remedy], Field(min_length=1)]
    """By name; any of them fits."""
    too_much: MaybePhrasings = ()
    """Words of offers that the trainee may not make: promising them is giving in."""
    explanation: Remedy | None = None
    """What went wrong, as the trainee can know it; meets the need ``explanation``."""
    assurance: Remedy | None = None
    """What will be different; with it only these words meet the need ``assurance``, without it
    any assurance does."""


class Scenario(Part):
    """A scenario file."""

    id: Annotated[str, Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
    """Its name on the command line: lower case, digits and hyphens, like the file's name."""
    title: Text
    """What it is called in the window."""
    setting: Setting
    """in_person or telephone."""
    category: Category
    """The trade, such as retail, hotel, clinic or bank; the library can be narrowed down to it."""
    occasion: Occasion = Occasion.COMPLAINT
    """complaint, or follow_up: the call that was promised, which ends with a loyal customer."""
    place: Text
    """Where it takes place, such as ``The parcel counter of a shop``."""
    difficulty: Difficulty
    """easy, medium or hard."""
    competences: Annotated[tuple[Competence, ...], Field(min_length=1)]
    """What can be practised with it."""
    minutes: Annotated[int, Field(ge=1, le=60)]
    """When it ends at the latest."""
    voice: Text
    """Id of the voice file that speaks the customer."""
    customer: Person
    """Who is upset."""
    briefing: Briefing
    """What the trainee reads before it begins."""
    needs: Annotated[tuple[Need, ...], Field(min_length=1)] = (Need.HEARD, Need.SOLUTION, Need.TIME)
    """What they don't settle without, in the order in which they say what is missing."""
    facts: Annotated[Mapping[str, Fact], Field(min_length=1)]
    """The facts of the complaint, by name."""
    solution: Solution
    """What puts it right."""
    demands: tuple[Demand, ...] = ()
    """What they ask for beyond reason, one after another."""
    threats: tuple[Threat, ...] = ()
    """What they threaten with, one after another."""
    insults: Insults | None = None
    """How they insult the trainee."""
    rambles: tuple[Wordings, ...] = ()
    """Where their talk goes once they were heard, piece by piece, until an open question."""
    opening_pressure: Annotated[int, Field(ge=10, le=90)]
    """How angry they are when it begins, 0 (calm) to 100 (furious)."""
    opening_trust: Annotated[int, Field(ge=0, le=100)] = 40
    """How far they believe the trainee when it begins, 0 (not a word) to 100."""
    lines: Lines
    """What they say."""

    @property
    def sign(self) -> str:
        """Tells this scenario from what it was before somebody changed it."""
        told = self.model_dump_json(exclude_defaults=True)
        return sha256(told.encode()).hexdigest()[:16]

    def wordings(self, situation: Situation) -> tuple[str, ...]:
        """Return all wordings of a situation, wherever they stand in the file."""
        elsewhere = self._elsewhere().get(situation)
        return self.lines.wordings(situation) if elsewhere is None else _flat(elsewhere)

    def _elsewhere(self) -> Mapping[Situation, Iterable[tuple[str, ...]]]:
        facts, demands, threats = self.facts.values(), self.demands, self.threats
        return {
            Situation.CORRECTED: [fact.corrected for fact in facts],
            Situation.UNASKED: [fact.unasked for fact in facts],
            Situation.DEMANDING: [(*one.says, *one.again) for one in demands],
            Situation.THREATENING: [(*one.says, *one.again) for one in threats],
            Situation.THREAT_DROPPED: [one.dropped for one in threats],
            Situation.INSULTING: self.insults.says if self.insults else (),
            Situation.RAMBLING: self.rambles,
        }


def _flat(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(wording for group in groups for wording in group)
