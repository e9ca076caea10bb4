"""What the customer makes of a reply: its techniques, facts, offers and questions."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from trainer.conversation.timeline import Reply
from trainer.conversation.words import words_of
from trainer.customer.promises import promises, refusals
from trainer.customer.questions import asks
from trainer.scenario.scenario import Remedy, Scenario
from trainer.scenario.wordings import says_one
from trainer.techniques.technique import INFLAMING, Technique, TechniqueId

__all__ = ["Heard", "hear"]

T = TechniqueId
OFFERING = frozenset({T.OFFER_SOLUTION, T.OFFER_CHOICE, T.NEXT_STEPS})
TIME = re.compile(
    r"\b(?:today|tonight|tomorrow|noon|midday|midnight|minutes?|hours?|oclock|straight away"
    r"|right away|at once|immediately|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|this (?:morning|afternoon|evening)"
    r"|(?:by|at|before) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\b"
)
"""Words that say when."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A reply as the customer takes it.

    Attributes:
        techniques: The strongest of each id, in the order in which they were said.
        facts: Names of the facts that were given back right.
        wrong: Names of the facts that were given back wrong.
        asked: Names of the facts that were asked for.
        remedy: Name of the fitting remedy that was offered; empty when none was.
        too_much: The trainee promised what they may not offer.
        declines: A kind no was said.
        explains: What went wrong was said.
        assures: It was said what will be different, in the scenario's words where it has some.
        timed: They said when something will be done, if anything is.
        question: A detail was asked for.
        marked: There is a question mark, so that nobody has to guess.
        words: How many there were.
    """

    techniques: tuple[Technique, ...] = ()
    facts: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    remedy: str = ""
    too_much: bool = False
    declines: bool = False
    explains: bool = False
    assures: bool = False
    timed: bool = False
    question: bool = False
    marked: bool = False
    words: int = 0

    def has(self, *wanted: TechniqueId) -> bool:
        """Say whether one of the techniques was heard."""
        return any(technique.id in wanted for technique in self.techniques)

    @property
    def brings_something(self) -> bool:
        """There is more in it than words."""
        told = self.techniques or self.facts or self.wrong or self.remedy or self.timed
        asked = self.asked or self.question
        return bool(told or asked or self.too_much or self.explains or self.assures)

    @property
    def offers(self) -> bool:
        """Something was offered, fitting or not."""
        return bool(self.remedy) or self.has(T.OFFER_SOLUTION)

    @property
    def gives_in(self) -> bool:
        """Something was promised that is too much, or can't be kept."""
        return self.too_much or self.has(T.GIVE_IN)

    @property
    def inflames(self) -> bool:
        """Something was said that makes people angrier."""
        return any(technique.id in INFLAMING for technique in self.techniques)


def hear(scenario: Scenario, reply: Reply, techniques: Iterable[Technique]) -> Heard:
    """Take in a reply."""
    words = words_of(reply.text)
    strongest = _strongest(techniques)
    question = asks(reply.text)
    asked = _asked(scenario, words) if question else ()
    named = _facts(words, {name: fact.said_as for name, fact in scenario.facts.items()})
    reflects = any(technique.id is T.REFLECT for technique in strongest)
    remedy = _remedy(scenario, words) if _is_offer(reply.text, strongest) else ""
    wrong = _wrong(scenario, words) if reflects or not (asked or remedy) else ()
    return Heard(
        techniques=strongest,
        facts=tuple(
            name for name in named if name not in wrong and (reflects or name not in asked)
        ),
        wrong=wrong,
        asked=asked,
        remedy=remedy,
        too_much=_too_much(scenario, reply.text, words, strongest),
        declines=_declines(scenario, words, strongest),
        explains=_says(words, scenario.solution.explanation),
        assures=_assures(scenario, words, strongest),
        timed=_is_timed(words, strongest),
        question=question,
        marked="?" in reply.text,
        words=len(words),
    )


def _facts(words: Sequence[str], wordings: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    return tuple(name for name, ways in wordings.items() if says_one(words, ways))


def _asked(scenario: Scenario, words: Sequence[str]) -> tuple[str, ...]:
    answered = {name: fact.asked_as for name, fact in scenario.facts.items() if fact.answer}
    return _facts(words, answered)


def _is_offer(text: str, techniques: Sequence[Technique]) -> bool:
    """Say whether a remedy that is named is offered: by a technique, or by a plain promise."""
    heard = {technique.id for technique in techniques}
    if heard & OFFERING:
        return True
    return promises(text, gives_back=T.REFLECT in heard) and not refusals(text)


def _is_timed(words: Sequence[str], techniques: Iterable[Technique]) -> bool:
    plainly = TIME.search(" ".join(words)) is not None
    return plainly or any(technique.id is T.GIVE_TIME for technique in techniques)


def _remedy(scenario: Scenario, words: Sequence[str]) -> str:
    remedies = scenario.solution.remedies.items()
    named = _facts(words, {name: remedy.said_as for name, remedy in remedies})
    return named[0] if named else ""


def _wrong(scenario: Scenario, words: Sequence[str]) -> tuple[str, ...]:
    return _facts(words, {name: fact.wrong_as for name, fact in scenario.facts.items()})


def _says(words: Sequence[str], wanted: Remedy | None) -> bool:
    return wanted is not None and says_one(words, wanted.said_as)


def _assures(scenario: Scenario, words: Sequence[str], techniques: Iterable[Technique]) -> bool:
    if scenario.solution.assurance is not None:
        return _says(words, scenario.solution.assurance)
    return any(technique.id is T.ASSURE for technique in techniques)


def _declines(scenario: Scenario, words: Sequence[str], techniques: Iterable[Technique]) -> bool:
    ways = (way for demand in scenario.demands for way in demand.declined_as)
    return says_one(words, ways) or any(technique.id is T.HOLD_LINE for technique in techniques)


def _too_much(
    scenario: Scenario, text: str, words: Sequence[str], techniques: Sequence[Technique]
) -> bool:
    heard = {technique.id for technique in techniques}
    if _declines(scenario, words, techniques) or T.FLAT_REFUSAL in heard:
        return False
    said = [gift for gift in _unwanted(scenario) if says_one(words, [gift])]
    if T.GIVE_IN in heard or heard & {T.REFLECT, T.ASK_PERMISSION}:
        return T.GIVE_IN in heard and bool(said)
    promised = _is_offer(text, techniques)
    return any(refusals(gift) == refusals(text) and (promised or refusals(gift)) for gift in said)


def _unwanted(scenario: Scenario) -> Iterator[str]:
    """Yield every wording of what the trainee may not promise."""
    yield from scenario.solution.too_much
    yield from (way for demand in scenario.demands for way in demand.granted_as)
    yield from (way for threat in scenario.threats for way in threat.gives_way)


def _strongest(techniques: Iterable[Technique]) -> tuple[Technique, ...]:
    best: dict[TechniqueId, Technique] = {}
    for technique in techniques:
        if technique.id not in best or technique.strength > best[technique.id].strength:
            best[technique.id] = technique
    return tuple(sorted(best.values(), key=lambda technique: technique.start))
