"""The detector: a reply's words in, its techniques out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypedDict

from trainer.techniques import guards
from trainer.techniques.guards import Stretch
from trainer.techniques.index import PatternIndex
from trainer.techniques.learned import Learned
from trainer.techniques.normalise import Token
from trainer.techniques.pattern import Pattern, compile_pattern, compile_slots
from trainer.techniques.phrases import Entry, PhraseList, TechniquePhrases
from trainer.techniques.resolve import resolve
from trainer.techniques.strength import Strengths
from trainer.techniques.technique import INFLAMING, Technique, TechniqueId

__all__ = ["Detector"]

QUOTE_WORDS = 6
MUSING_WORDS = 2
RETOLD_WORDS = 16
CONTENT_NEEDED = 2
NAME_SLOT = "NAME"
LEARNED_STRENGTH = 0.4
LEARNED_WORDS = 5
"""Few of the labelled replies have less words: of such short ones they teach little."""

OF_SCENARIO = frozenset({TechniqueId.USE_NAME, TechniqueId.GIVE_IN, TechniqueId.BACKCHANNEL})
"""Whose name it is, what is too much to give and when somebody only listens is known in a
scenario: no guess helps."""

KNOWN_IN_SCENARIO = OF_SCENARIO | {TechniqueId.OFFER_SOLUTION}
"""What is on offer it knows too: an odd gift may be what the customer demands."""


@dataclass(frozen=True, slots=True)
class _Source:
    """An entry with the technique that it gives."""

    id: TechniqueId
    lists: TechniquePhrases
    entry: Entry

    def lifts(self, guard: str) -> bool:
        return guard in self.lists.keeps or guard in self.entry.keeps


@dataclass(frozen=True, slots=True)
class _Heard:
    """A reply's tokens and the clues in them, looked up once."""

    tokens: tuple[Token, ...]
    texts: tuple[str, ...]
    reported: tuple[Stretch, ...]
    retold: tuple[Stretch, ...]
    musing: tuple[Stretch, ...]
    mending: tuple[Stretch, ...]


class Detector:
    """Hears techniques in replies; compiled once, then the same words give the same answer.

    Args:
        phrases: The list to listen for.
        names: What this customer is called, such as ``marcus`` and ``mr bell``; a name that is a
            small word, such as ``will``, is only heard after Mr or Ms.
        learned: What labelled replies taught; without it the list alone is heard.
    """

    def __init__(
        self,
        phrases: PhraseList,
        names: Sequence[str] = (),
        learned: Learned | None = None,
    ) -> None:
        self.phrases = phrases
        self._learned = learned
        self._normaliser = phrases.normaliser()
        self._strengths = Strengths(phrases)
        self._small_words = frozenset(phrases.small_words)
        self._in_scenario = bool(names)
        self._sure = {
            (technique, entry.name)
            for technique, lists in phrases.techniques.items()
            for entry in lists.entries
            if entry.sure
        }
        plain, barriers = self._normaliser.plain, phrases.barriers
        called = (*phrases.slots.get(NAME_SLOT, ()), *self._plain_names(names))
        listed = {**phrases.slots, NAME_SLOT: called}
        slots = compile_slots(listed, plain, barriers)

        def compiled(sources: Iterable[str]) -> list[Pattern]:
            return [compile_pattern(source, slots, plain, barriers) for source in sources]

        entries = [
            _Source(technique, lists, entry)
            for technique, lists in phrases.techniques.items()
            for entry in lists.entries
        ]
        self._says = PatternIndex(
            (one, each) for one in entries for each in compiled(one.entry.say)
        )
        self._but_nots = PatternIndex(
            ((one.id, one.entry.name), each)
            for one in entries
            for each in compiled((*one.lists.but_not, *one.entry.but_not))
        )
        clues = phrases.clues
        self._clues = PatternIndex(
            (key, each)
            for key, sources in (
                ("reported", clues.reported),
                ("retold", clues.retold),
                ("musing", clues.musing),
                ("mending", clues.mending),
            )
            for each in compiled(sources)
        )

    def detect(self, words: Sequence[str]) -> tuple[Technique, ...]:
        """Return the techniques in a reply, sorted by their words.

        Args:
            words: As recognised (lower case) or typed (capitals and punctuation do no harm).
        """
        heard = self._hear(words)
        others: dict[tuple[TechniqueId, str], list[Stretch]] = {}
        for key, stretch in self._but_nots.matches(heard.texts):
            others.setdefault(key, []).append(stretch)
        found = [
            technique
            for source, hit in self._says.matches(heard.texts)
            if not guards.touched(hit, others.get((source.id, source.entry.name), ()))
            and self._is_meant(heard, source, hit)
            for technique in self._judge(words, heard, source, hit)
        ]
        listed = resolve(found, self.phrases.techniques)
        if not self._learned:
            return listed
        weighed = list(self._weighed(words, heard, listed, self._learned))
        return resolve(weighed, self.phrases.techniques)

    def _weighed(
        self, words: Sequence[str], heard: _Heard, found: Sequence[Technique], learned: Learned
    ) -> Iterator[Technique]:
        """Yield what was found and is not doubted, then what was learned and not found."""
        opinion = learned.judge(heard.texts) if len(heard.texts) >= LEARNED_WORDS else None
        if opinion is None:
            yield from found
            return
        nothing = frozenset[TechniqueId]()
        told = OF_SCENARIO if self._in_scenario else nothing
        trusted = KNOWN_IN_SCENARIO if self._in_scenario else nothing
        for one in found:
            doubted = opinion.odds[one.id] < learned.doubted[one.id] and one.id not in trusted
            if not doubted or (one.id, one.entry) in self._sure:
                yield one
        known = {*told, *(one.id for one in found), *self._outdone(found)}
        for technique, odds in opinion.odds.items():
            if technique in known or odds < learned.alone[technique]:
                continue
            hit = opinion.stretch(technique)
            if self._is_meant_alone(heard, technique, hit):
                yield Technique(
                    id=technique,
                    **_place(words, heard, hit),
                    strength=self._strengths.weigh(LEARNED_STRENGTH, heard.texts, hit),
                    entry=f'like "{opinion.like(technique)}"',
                )

    def _outdone(self, found: Sequence[Technique]) -> Iterator[TechniqueId]:
        """Yield what would take the place of a technique that the list is sure of."""
        for one in found:
            if (one.id, one.entry) in self._sure:
                yield from self.phrases.techniques[one.id].yields_to

    def _is_meant_alone(self, heard: _Heard, technique: TechniqueId, hit: Stretch) -> bool:
        """Tell whether no guard speaks against an accusation that the list does not raise."""
        texts, clues = heard.texts, self.phrases.clues
        if technique is TechniqueId.CONDITIONAL_APOLOGY and guards.mended(
            texts, hit, heard.mending, clues
        ):
            return False
        retold = guards.said_before(texts, hit, heard.retold, clues, RETOLD_WORDS)
        return technique not in INFLAMING or not retold

    def _plain_names(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the names as the recogniser would write them, without those that mislead."""
        plain = (self._normaliser.tokens(name.split()) for name in names)
        texts = (" ".join(token.text for token in tokens) for tokens in plain)
        return tuple(text for text in texts if text and text not in self._small_words)

    def _hear(self, words: Sequence[str]) -> _Heard:
        tokens = self._normaliser.tokens(words)
        texts = tuple(token.text for token in tokens)
        clues: dict[str, list[Stretch]] = {}
        for key, stretch in self._clues.matches(texts):
            clues.setdefault(key, []).append(stretch)
        stretches = {
            key: tuple(clues.get(key, ())) for key in ("reported", "retold", "musing", "mending")
        }
        return _Heard(tokens, texts, **stretches)

    def _is_meant(self, heard: _Heard, source: _Source, hit: Stretch) -> bool:
        """Tell whether no guard speaks against the hit."""
        texts, clues = heard.texts, self.phrases.clues
        if not source.lifts("negated") and guards.negated(texts, hit, clues):
            return False
        openers = {
            "quoted": (heard.reported, QUOTE_WORDS),
            "musing": (heard.musing, MUSING_WORDS),
        }
        if source.id in INFLAMING:
            openers["retold"] = (heard.retold, QUOTE_WORDS)
        return not any(
            guards.said_before(texts, hit, stretches, clues, reach)
            for guard, (stretches, reach) in openers.items()
            if not source.lifts(guard)
        )

    def _judge(
        self, words: Sequence[str], heard: _Heard, source: _Source, hit: Stretch
    ) -> Iterator[Technique]:
        """Yield the technique that a hit amounts to, if any."""
        content = 0
        if source.entry.content:
            content = guards.content_words(
                heard.texts, hit, source.entry.content, self._small_words
            )
            if content < CONTENT_NEEDED:
                return
        technique = source.id
        if source.lists.contrast_into:
            end = guards.contrasted(heard.texts, hit, heard.mending, self.phrases.clues)
            if end is not None:
                technique, hit = source.lists.contrast_into, Stretch(hit.start, end)
        yield Technique(
            id=technique,
            **_place(words, heard, hit),
            strength=self._strengths.weigh(source.entry.strength, heard.texts, hit, content),
            entry=source.entry.name,
        )


class _Place(TypedDict):
    start: int
    end: int
    quote: str


def _place(words: Sequence[str], heard: _Heard, hit: Stretch) -> _Place:
    """Return where in the reply's own words a hit stands."""
    start, end = heard.tokens[hit.start].start, heard.tokens[hit.end - 1].end
    return {"start": start, "end": end, "quote": " ".join(words[start:end])}
