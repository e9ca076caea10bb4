"""The rules that move a customer, as data: what each thing does to the pressure, and why."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from trainer.scenario.kinds import Difficulty, Need, Temperament
from trainer.scenario.reading import FileProblem, read_model
from trainer.techniques.technique import TechniqueId

__all__ = ["Event", "Limits", "Rule", "Rules", "RulesProblem", "Scale", "read_rules"]


class Event(StrEnum):
    """What moves a customer besides the techniques in a reply."""

    INTERRUPTION = "interruption"
    LISTENED_ALONG = "listened_along"
    LET_FINISH = "let_finish"
    FACTS_GIVEN_BACK = "facts_given_back"
    OFFER_FITS = "offer_fits"
    OFFER_DOES_NOT_FIT = "offer_does_not_fit"
    TOO_MUCH = "too_much"
    NOTHING_NEW = "nothing_new"
    SILENCE = "silence"
    KEPT_WAITING = "kept_waiting"
    MONOLOGUE = "monologue"
    WRONG_FACT = "wrong_fact"
    ASKED_BLUNTLY = "asked_bluntly"
    EXPLAINED = "explained"
    STAYED_CALM = "stayed_calm"
    RETORT = "retort"
    PASSED_OVER = "passed_over"
    STOOD_UP_TO_THREAT = "stood_up_to_threat"


Factor: TypeAlias = Annotated[float, Field(ge=0, le=3)]
Change: TypeAlias = Annotated[int, Field(ge=-40, le=40)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Rule(_Part):
    """What one thing does."""

    change: Change
    """How far it moves the pressure; below 0 it calms."""
    why: Annotated[str, Field(min_length=1)]
    """The reason, for people."""
    early: Change | None = None
    """How far it moves the pressure before they were heard; without it: as ever."""
    why_early: str = ""
    """The reason then; without it: as ever."""
    again: Factor = 0.5
    """What the second time is worth beside the first, the third beside the second."""
    trust: Annotated[int, Field(ge=-40, le=40)] = 0
    """How far it moves the trust wherever it moves the pressure."""
    meets: tuple[Need, ...] = ()
    """Which needs it meets."""
    warmth: Annotated[float, Field(ge=0, le=5)] = 0
    """How much it makes them feel heard."""
    worn_after: Annotated[int, Field(ge=1)] | None = None
    """After so many times it is worn out; without it: never."""
    worn: Change = 0
    """How far it moves the pressure then."""
    why_worn: str = ""
    """The reason then; without it: as ever."""

    def is_worn(self, count: int) -> bool:
        """Say whether it is worn out, having been heard so often."""
        return self.worn_after is not None and count >= self.worn_after


class Scale(_Part):
    """How strongly somebody is moved."""

    up: Factor
    """What makes them angrier counts so much."""
    down: Factor
    """What calms them counts so much."""


class Limits(_Part):
    """Where things turn."""

    heard_at: Annotated[float, Field(gt=0)]
    """From this warmth on they feel heard."""
    takes_offer_below: Annotated[int, Field(ge=1, le=100)]
    """Under this pressure they take a fitting offer."""
    believes_from: Annotated[int, Field(ge=0, le=100)]
    """From this trust on they believe an offer."""
    understood_facts: Annotated[int, Field(ge=1)]
    """So many facts given back right and they feel understood."""
    leaves_at: Annotated[int, Field(ge=1, le=100)]
    """From this pressure on they leave."""
    boundary_from: Annotated[int, Field(ge=0, le=100)]
    """From this pressure on a boundary is due."""
    silences: Annotated[int, Field(ge=1)]
    """So many silences and they leave."""
    monologues: Annotated[int, Field(ge=1)]
    """So many times they cut in on a reply that is too long and they leave."""
    retorts: Annotated[int, Field(ge=1)]
    """So many insults that were paid back and they leave."""
    insults_borne: Annotated[int, Field(ge=1)]
    """So many insults without a boundary that was due and they leave."""
    idle_replies: Annotated[int, Field(ge=1)]
    """So many replies in a row that bring nothing and they leave."""
    next_in_reply: Factor
    """Several calming things in one reply: what each is worth beside the one before."""
    after_cutting_in: Factor
    """What a calming thing is worth in a reply that cut them off."""


def _complete(moves: Mapping[str, Rule]) -> Mapping[str, Rule]:
    wanted = {str(name) for kind in (TechniqueId, Event) for name in kind}
    if missing := ", ".join(sorted(wanted - set(moves))):
        raise ValueError(f"rules are missing for {missing}: add them under moves")
    if unknown := ", ".join(sorted(set(moves) - wanted)):
        raise ValueError(f"nothing is called {unknown}: take it out of moves")
    return moves


class Rules(_Part):
    """The file of rules."""

    limits: Limits
    """Where things turn."""
    temperaments: Mapping[Temperament, Scale]
    """By temperament."""
    difficulties: Mapping[Difficulty, Scale]
    """By difficulty."""
    moves: Annotated[Mapping[str, Rule], AfterValidator(_complete)]
    """By technique or event."""

    def rule(self, name: TechniqueId | Event) -> Rule:
        """Return the rule of a technique or an event."""
        return self.moves[name.value]


class RulesProblem(FileProblem):
    """The file of rules has mistakes; `mistakes` holds each as one line with its mend."""


def read_rules(text: str, name: str) -> Rules:
    """Read the rules from the text of their file; `name` is what mistakes are reported under.

    Raises:
        RulesProblem: With every mistake: what is wrong, in which line, how to mend it.
    """
    return read_model(Rules, text, name, RulesProblem)
