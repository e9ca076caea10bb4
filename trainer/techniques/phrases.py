"""The phrase list of one language: what a training room may read, edit and extend."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from trainer.conversation.end_pointing import TurnWords
from trainer.scenario.reading import FileProblem, Place, read_model
from trainer.techniques.normalise import Normaliser
from trainer.techniques.pattern import PatternMistake, compile_pattern, compile_slots
from trainer.techniques.technique import TechniqueId

__all__ = [
    "Clues",
    "Entry",
    "Guard",
    "PhraseList",
    "PhraseProblem",
    "Softening",
    "TechniquePhrases",
    "TurnEnds",
    "read_phrases",
]

Guard: TypeAlias = Literal["negated", "quoted", "retold", "musing"]
Phrases: TypeAlias = tuple[Annotated[str, Field(min_length=1)], ...]


class PhraseProblem(FileProblem):
    """A phrase list has mistakes; `mistakes` holds each as one line with its mend."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(_Part):
    """One way to use a technique.

    Attributes:
        name: Names the entry in every match that it gives.
        say: Patterns, any of which is a match.
        but_not: Patterns that undo a match which they touch: the same words meaning another thing.
        strength: Of a bare match; specific, owned and complete ones earn more.
        content: Where two content words must stand, beside the match, for it to count.
        keeps: Guards that do not apply.
        sure: What was learned from labelled replies is not asked whether it doubts this.
    """

    name: Annotated[str, Field(min_length=1)]
    say: Annotated[Phrases, Field(min_length=1)]
    but_not: Phrases = ()
    strength: Annotated[float, Field(gt=0, le=1)] = 0.5
    content: Literal["after", "before", "around"] | None = None
    keeps: tuple[Guard, ...] = ()
    sure: bool = False


class Softening(_Part):
    """What a technique turns into when others stand in the same reply."""

    by: tuple[TechniqueId, ...]
    into: TechniqueId


class TechniquePhrases(_Part):
    """Everything that gives one technique.

    Attributes:
        keeps: Guards that do not apply to any entry.
        but_not: As in an entry, for every entry.
        yields_to: Techniques that take the words when both match them.
        softened: What it turns into beside other techniques.
        silenced_by: Techniques in the same reply beside which it does not count: a time within a
            promise that can't be kept is no time.
        contrast_into: What it turns into when a bare "but" follows.
        once: Only the strongest in a reply counts.
        entries: The ways to use it.
    """

    keeps: tuple[Guard, ...] = ()
    but_not: Phrases = ()
    yields_to: tuple[TechniqueId, ...] = ()
    softened: Softening | None = None
    silenced_by: tuple[TechniqueId, ...] = ()
    contrast_into: TechniqueId | None = None
    once: bool = False
    entries: Annotated[tuple[Entry, ...], Field(min_length=1)]


class Clues(_Part):
    """Words that the guards look for.

    Attributes:
        negations: Words that turn what follows into its opposite.
        opinions: Words that may stand between a negation and what it denies, such as ``saying``.
        subjects: Words that begin a clause of their own.
        breaks: Words that end a clause; guards don't look past them.
        reported: Patterns after which others' words follow, such as ``they told you``.
        retold: Patterns after which the customer's own words follow, such as ``you said``.
        musing: Patterns that begin a question to oneself.
        contrasts: Words such as ``but``.
        mending: Patterns after such a word that make it no contrast: ``i can``, ``let me``.
        naming: Words after which a match names its matter, such as ``about``; a contrast after it
            begins something new.
        vague: What names nothing although it follows such a word: ``that``.
    """

    negations: Phrases
    opinions: Phrases
    subjects: Phrases
    breaks: Phrases
    reported: Phrases
    retold: Phrases
    musing: Phrases
    contrasts: Phrases
    mending: Phrases
    naming: Phrases = ()
    vague: Phrases = ()


class TurnEnds(_Part):
    """What the last words of a reply say about its end (`trainer.conversation.end_pointing`).

    Attributes:
        keeping: Words that can't end a turn.
        keeping_ends: Endings that keep it.
        openers: Words that begin a clause which waits for another.
        giving_ends: Endings that give it away; they win.
    """

    keeping: Phrases
    keeping_ends: Phrases
    openers: Phrases
    giving_ends: Phrases

    @property
    def words(self) -> TurnWords:
        """What end-pointing goes by."""
        openers = frozenset(self.openers)
        return TurnWords(frozenset(self.keeping), self.keeping_ends, openers, self.giving_ends)


class PhraseList(_Part):
    """The phrases of one language.

    Attributes:
        language: Such as ``en``.
        fillers: Words that mean nothing, such as ``um``.
        stutters: Words whose repeat is a stutter.
        backchannels: What shows that one listens.
        turn_ends: What the last words of a reply say about its end.
        suffixes: Ends of contractions and what they stand for.
        heard_as: Spellings and misheard words, and what was meant.
        small_words: Words that are no content.
        owners: Words that make a match the trainee's own, such as ``i``.
        specific: Slots that make a match specific.
        complete: Slots that, all in one stretch, make a match complete.
        clues: For the guards.
        slots: Word classes for the patterns, in capitals.
        techniques: The lists.
    """

    language: str
    fillers: Phrases
    stutters: Phrases
    backchannels: Phrases
    turn_ends: TurnEnds
    suffixes: Mapping[str, str]
    heard_as: Mapping[str, str]
    small_words: Phrases
    owners: Phrases
    specific: Phrases
    complete: Phrases
    clues: Clues
    slots: Mapping[str, Phrases]
    techniques: Mapping[TechniqueId, TechniquePhrases]

    def normaliser(self) -> Normaliser:
        """Return what makes plain tokens of replies and patterns of this list."""
        return Normaliser(self.suffixes, self.heard_as, self.fillers, self.stutters)

    @property
    def barriers(self) -> frozenset[str]:
        """Words that a ``...`` never runs across."""
        return frozenset((*self.clues.negations, *self.clues.contrasts))


def read_phrases(text: str, name: str) -> PhraseList:
    """Read a phrase list and check every pattern in it.

    Args:
        text: YAML, as in assets/techniques/en.yaml.
        name: The file's name, for messages.

    Raises:
        PhraseProblem: With every mistake: what is wrong, in which line, how to mend it.
    """
    return read_model(PhraseList, text, name, PhraseProblem, _mistakes)


def _mistakes(phrases: PhraseList) -> Iterator[tuple[Place, str]]:
    """Yield what is wrong with the patterns and the slots that they name."""
    plain = phrases.normaliser().plain
    try:
        slots = compile_slots(phrases.slots, plain, phrases.barriers)
    except PatternMistake as mistake:
        yield ("slots", str(mistake).split(":", 1)[0]), str(mistake)
        return
    for key in ("specific", "complete"):
        for index, slot in enumerate(getattr(phrases, key)):
            if slot not in slots:
                yield (key, index), f"{slot} is no slot: name one that is listed under slots"
    for place, source in _patterns(phrases):
        try:
            compile_pattern(source, slots, plain, phrases.barriers)
        except PatternMistake as mistake:
            yield place, str(mistake)


def _patterns(phrases: PhraseList) -> Iterator[tuple[Place, str]]:
    """Yield every pattern of the list with its place in the file."""
    for key in ("reported", "retold", "musing", "mending"):
        for index, source in enumerate(getattr(phrases.clues, key)):
            yield ("clues", key, index), source
    for technique, lists in phrases.techniques.items():
        at = ("techniques", technique.value)
        for index, source in enumerate(lists.but_not):
            yield (*at, "but_not", index), source
        for number, entry in enumerate(lists.entries):
            for key, sources in (("say", entry.say), ("but_not", entry.but_not)):
                for index, source in enumerate(sources):
                    yield (*at, "entries", number, key, index), source
