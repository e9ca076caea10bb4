"""The model of a scenario file: who is upset, about what, and what they say."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from trainer.conversation.lines import WhenCut
from trainer.scenario.pauses import trouble_in
from trainer.scenario.reading import FileProblem, read_model

__all__ = [
    "FALLBACKS",
    "Briefing",
    "Competence",
    "Difficulty",
    "Fact",
    "Lines",
    "Person",
    "Remedy",
    "Scenario",
    "ScenarioProblem",
    "Setting",
    "Situation",
    "Solution",
    "Step",
    "Temperament",
    "read_scenario",
]


class Competence(StrEnum):
    """The seventeen things that a trainee can practise (RUBRIC, section 1)."""

    LET_VENT = "let_vent"
    ACKNOWLEDGE = "acknowledge"
    APOLOGISE = "apologise"
    BE_ON_THEIR_SIDE = "be_on_their_side"
    STAY_CALM = "stay_calm"
    LISTEN_REFLECTIVELY = "listen_reflectively"
    ASK_OPEN_QUESTIONS = "ask_open_questions"
    ASK_PERMISSION = "ask_permission"
    BE_BRIEF = "be_brief"
    OFFER_SOLUTION = "offer_solution"
    ASSURE = "assure"
    FOLLOW_UP = "follow_up"
    HOLD_THE_LINE = "hold_the_line"
    RESIST_THREATS = "resist_threats"
    SET_BOUNDARIES = "set_boundaries"
    HAND_OVER = "hand_over"
    LEARN = "learn"


class Setting(StrEnum):
    """Where trainee and customer meet."""

    IN_PERSON = "in_person"
    TELEPHONE = "telephone"


class Difficulty(StrEnum):
    """How forgiving the customer is."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Temperament(StrEnum):
    """How strongly the customer is moved, up and down."""

    EVEN = "even"
    QUICK = "quick"
    COLD = "cold"
    WEARY = "weary"


class Step(StrEnum):
    """The steps of a good conversation, in their order."""

    LISTEN = "listen"
    ACKNOWLEDGE = "acknowledge"
    CLARIFY = "clarify"
    SOLVE = "solve"
    CONFIRM = "confirm"
    FOLLOW_UP = "follow_up"


class Situation(StrEnum):
    """What a line of the customer's answers."""

    OPENING = "opening"
    VENT = "vent"
    ACKNOWLEDGED = "acknowledged"
    REFLECTED = "reflected"
    REASSURED = "reassured"
    ASKED_OPEN = "asked_open"
    ASKED_CLOSED = "asked_closed"
    ASKED_TOO_EARLY = "asked_too_early"
    ASKED_TO_WAIT = "asked_to_wait"
    OFFERED_RIGHT = "offered_right"
    OFFERED_WITHOUT_TIME = "offered_without_time"
    OFFERED_TOO_EARLY = "offered_too_early"
    OFFERED_WRONG = "offered_wrong"
    NOT_YET = "not_yet"
    GAVE_IN = "gave_in"
    REFUSED_KIND = "refused_kind"
    REFUSED_BARE = "refused_bare"
    HANDED_OVER = "handed_over"
    HANDED_OVER_EARLY = "handed_over_early"
    BOUNDARY_SET = "boundary_set"
    INTERRUPTED = "interrupted"
    INTERRUPTED_AGAIN = "interrupted_again"
    SNAPPED = "snapped"
    INFLAMED = "inflamed"
    DISMISSED = "dismissed"
    BLAMED = "blamed"
    INSULTED = "insulted"
    REPEATED_APOLOGY = "repeated_apology"
    SILENCE = "silence"
    MONOLOGUE_CUT = "monologue_cut"
    NOT_CAUGHT = "not_caught"
    NOT_FOLLOWED = "not_followed"
    ACCEPTED = "accepted"
    LEAVING = "leaving"
    ENDED_EARLY = "ended_early"
    OUT_OF_TIME = "out_of_time"


FALLBACKS: dict[Situation, Situation] = {
    Situation.REASSURED: Situation.ACKNOWLEDGED,
    Situation.ASKED_TOO_EARLY: Situation.ASKED_CLOSED,
    Situation.HANDED_OVER_EARLY: Situation.REFUSED_BARE,
    Situation.BOUNDARY_SET: Situation.REFUSED_KIND,
    Situation.INTERRUPTED_AGAIN: Situation.INTERRUPTED,
    Situation.SNAPPED: Situation.INTERRUPTED,
    Situation.DISMISSED: Situation.INFLAMED,
    Situation.BLAMED: Situation.INFLAMED,
}
"""What a situation without a line is answered with."""


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _with_good_pauses(text: str) -> str:
    if trouble := trouble_in(text):
        raise ValueError(trouble)
    return text


Text: TypeAlias = Annotated[str, Field(min_length=1)]
LineText: TypeAlias = Annotated[Text, AfterValidator(_with_good_pauses)]
_OneOrMore = BeforeValidator(_one_or_more, json_schema_input_type=str | list[str])
Wordings: TypeAlias = Annotated[tuple[LineText, ...], _OneOrMore, Field(min_length=1)]
MaybeWordings: TypeAlias = Annotated[tuple[LineText, ...], _OneOrMore]
Phrasings: TypeAlias = Annotated[tuple[Text, ...], _OneOrMore, Field(min_length=1)]
MaybePhrasings: TypeAlias = Annotated[tuple[Text, ...], _OneOrMore]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Person(_Part):
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


class Briefing(_Part):
    """What the trainee reads before the call."""

    you_are: Text
    """Who the trainee is, such as ``At the parcel counter of a stationer's.``"""
    what_happened: Text
    """As far as the trainee knows."""
    you_may: Phrasings
    """What the trainee may offer."""
    you_may_not: MaybePhrasings = ()
    """What the trainee may not offer."""


class Fact(_Part):
    """One fact of the complaint, with which a paraphrase is checked."""

    value: Text
    """The fact, for people."""
    said_as: Phrasings
    """How a trainee may say it, in spoken words."""
    asked_as: MaybePhrasings = ()
    """Words in a question that ask for it, such as ``tracking number``."""
    answer: MaybeWordings = ()
    """What the customer says when asked for it."""


class Remedy(_Part):
    """One way to put it right."""

    what: Text
    """The remedy, for people."""
    said_as: Phrasings
    """Words that an offer of it has, in spoken words."""


class Solution(_Part):
    """What a fitting solution is."""

    remedies: Annotated[Mapping[str, Remedy], Field(min_length=1)]
    """By name; any of them fits."""
    too_much: MaybePhrasings = ()
    """Words of offers that the trainee may not make: promising them is giving in."""


class Lines(_Part):
    """What the customer says, by situation; each has one or more wordings."""

    opening: Wordings
    """The first line."""
    vent: Annotated[tuple[Wordings, ...], Field(min_length=1)]
    """What is still to be let off, piece by piece in this order, while nobody has listened."""
    acknowledged: Wordings
    """The feeling was named, or the right to it."""
    reflected: Wordings
    """The facts were given back right."""
    reassured: MaybeWordings = ()
    """An assurance, thanks, a promise to follow up; without it: acknowledged."""
    asked_open: Wordings
    """An open question, after they were heard."""
    asked_closed: Wordings
    """A question for a detail that no fact answers."""
    asked_too_early: MaybeWordings = ()
    """A question for a detail before they were heard; without it: asked_closed."""
    asked_to_wait: Wordings
    """``Bear with me while I look.``"""
    offered_right: Wordings
    """A fitting offer with a time, without asking whether it suits."""
    offered_without_time: Wordings
    """A fitting offer that does not say when."""
    offered_too_early: Wordings
    """Any offer before they were heard."""
    offered_wrong: Wordings
    """An offer that does not fit."""
    not_yet: Wordings
    """Everything is offered, but they are still too angry to take it."""
    gave_in: Wordings
    """The trainee promises what is too much."""
    refused_kind: Wordings
    """A no with its reason or an alternative."""
    refused_bare: Wordings
    """A bare no, or policy."""
    handed_over: Wordings
    """Passed on after a real attempt; the rehearsal ends with it."""
    handed_over_early: MaybeWordings = ()
    """Passed on before anything was tried; without it: refused_bare."""
    boundary_set: MaybeWordings = ()
    """A boundary with its choice, when it was due; without it: refused_kind."""
    interrupted: Wordings
    """Before they take up again what was cut."""
    interrupted_again: MaybeWordings = ()
    """From the third time on; without it: interrupted."""
    snapped: MaybeWordings = ()
    """Over the trainee who cuts in, where ``when_cut`` is snaps; without it: interrupted."""
    inflamed: Wordings
    """Argued with, threatened, sent elsewhere, half apologised to."""
    dismissed: MaybeWordings = ()
    """``Calm down``; without it: inflamed."""
    blamed: MaybeWordings = ()
    """``You should have``; without it: inflamed."""
    insulted: Wordings
    """Rude or mocking words."""
    repeated_apology: Wordings
    """The third sorry and every one after it."""
    silence: Wordings
    """Nobody speaks."""
    monologue_cut: Wordings
    """They cut in on a trainee who talks on and on."""
    not_caught: Wordings
    """Not a word could be made out: nobody's fault."""
    not_followed: Wordings
    """Words that answer nothing."""
    accepted: Wordings
    """They take the offer; the rehearsal ends well."""
    leaving: Wordings
    """They walk out or hang up; the rehearsal ends badly."""
    ended_early: MaybeWordings = ()
    """The trainee ends it before anything is settled."""
    out_of_time: MaybeWordings = ()
    """The time is up and nothing is settled."""

    def wordings(self, situation: Situation) -> tuple[str, ...]:
        """Return the wordings of a situation, those of all pieces for a vent."""
        if situation is Situation.VENT:
            return tuple(wording for piece in self.vent for wording in piece)
        found: tuple[str, ...] = getattr(self, situation.value)
        return found


class Scenario(_Part):
    """A scenario file."""

    id: Annotated[str, Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
    """Its name on the command line: lower case, digits and hyphens, like the file's name."""
    title: Text
    """What it is called in the window."""
    setting: Setting
    """in_person or telephone."""
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
    facts: Annotated[Mapping[str, Fact], Field(min_length=1)]
    """The facts of the complaint, by name."""
    solution: Solution
    """What puts it right."""
    opening_pressure: Annotated[int, Field(ge=10, le=90)]
    """How angry they are when it begins, 0 (calm) to 100 (furious)."""
    lines: Lines
    """What they say."""


class ScenarioProblem(FileProblem):
    """A scenario file has mistakes; `mistakes` holds each as one line with its mend."""


def read_scenario(text: str, name: str) -> Scenario:
    """Read a scenario from the text of its file; `name` is what mistakes are reported under.

    Raises:
        ScenarioProblem: With every mistake: what is wrong, in which line, how to mend it.
    """
    return read_model(Scenario, text, name, ScenarioProblem)
