"""What a trainee could say at each step: phrases of the language, filled from the scenario."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from trainer.rehearsal.events import (
    GuidanceChanged,
    LineBegan,
    RehearsalEvent,
    StepReached,
)
from trainer.scenario.kinds import Step
from trainer.scenario.reading import FileProblem, Place, read_model
from trainer.scenario.scenario import Fact, Scenario

__all__ = ["Guide", "GuideProblem", "GuideTexts", "hand_over_words", "read_guide"]

PHRASES = 3
FACTS = 2
"""So many facts are given back at once."""

FACT_WORDS = 4
"""With fewer words in all, what is given back says too little of this complaint."""

_OTHERS = re.compile(r"\b(he|him|his|she|hers?|they|them|theirs?)\b", re.IGNORECASE)
"""A text with one of these speaks of the customer, so it can't be said to them as it stands."""

_SELVES = re.compile(r"\b(you|yours?|yourself)\b", re.IGNORECASE)
_LINKED = re.compile(r"^(or|and|then) ")
_CLAUSES = re.compile(r"[;.]")
_WORDS = re.compile(r"[^\w' ]+")


class GuideProblem(FileProblem):
    """A list of phrases has mistakes; `mistakes` holds each as one line with its mend."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _HandOver(_Part):
    with_facts: str
    without: str


class GuideTexts(_Part):
    """The phrases of a language, as in assets/guide/en.yaml."""

    language: str
    steps: Mapping[Step, Annotated[tuple[str, ...], Field(min_length=1)]]
    hand_over: _HandOver


def read_guide(text: str, name: str) -> GuideTexts:
    """Read the phrases of a language.

    Args:
        text: YAML, as in assets/guide/en.yaml.
        name: The file's name, for messages.

    Raises:
        GuideProblem: With every mistake: what is wrong, in which line, how to mend it.
    """
    return read_model(GuideTexts, text, name, GuideProblem, _mistakes)


def _mistakes(texts: GuideTexts) -> Iterator[tuple[Place, str]]:
    """Yield where a step could be left with fewer phrases than are shown."""
    for step in Step:
        phrases = texts.steps.get(step)
        if phrases is None:
            yield ("steps",), f"{step} is missing: write its phrases"
            continue
        whole = sum("{" not in phrase for phrase in phrases)
        if whole < PHRASES:
            mend = f"{step} has {whole} phrases without a blank: write at least {PHRASES}"
            yield ("steps", step.value), mend


class Guide:
    """Takes the events of a rehearsal and says what could be said next.

    Facts are given back only once the customer has told them.
    """

    def __init__(self, scenario: Scenario, texts: GuideTexts) -> None:
        self._scenario = scenario
        self._texts = texts
        self._step = Step.LISTEN
        self._told: list[str] = []
        self._shown: GuidanceChanged | None = None

    def take(self, event: RehearsalEvent) -> GuidanceChanged | None:
        """Return the guidance when it changes with this event; None when it does not."""
        match event:
            case LineBegan(text=text):
                self._told.append(text)
            case StepReached(step=step):
                self._step = step
            case _:
                return None
        guidance = GuidanceChanged(self._step, self.phrases(self._step))
        if guidance == self._shown:
            return None
        self._shown = guidance
        return guidance

    def phrases(self, step: Step) -> tuple[str, ...]:
        """Return what could be said at that step."""
        blanks = {
            "facts": _facts(self._scenario, self._told),
            "offer": next(_offers(self._scenario), ""),
            "deed": next(_deeds(self._scenario), ""),
        }
        filled = (_filled(phrase, blanks) for phrase in self._texts.steps[step])
        return tuple(filter(None, filled))[:PHRASES]


def hand_over_words(scenario: Scenario, texts: GuideTexts, told: Iterable[str]) -> str:
    """Return a reply that passes the customer on, with the story as far as they have told it."""
    facts = _facts(scenario, told)
    return texts.hand_over.with_facts.format(facts=facts) if facts else texts.hand_over.without


def _filled(phrase: str, blanks: Mapping[str, str]) -> str:
    """Return the phrase with its blanks filled; empty when one of them can't be."""
    needed = [name for name in blanks if "{" + name + "}" in phrase]
    return phrase.format(**blanks) if all(blanks[name] for name in needed) else ""


def _facts(scenario: Scenario, told: Iterable[str]) -> str:
    """Return the last facts that were told, as one can give them back; empty without any."""
    heard = f" {' '.join(_plain(line) for line in told)} "
    sayable = (
        (place, _sayable(fact.value))
        for fact in scenario.facts.values()
        if not fact.sensitive and (place := _told_at(fact, heard)) >= 0
    )
    latest = sorted((place, value) for place, value in sayable if value)[-FACTS:]
    facts = ", and ".join(value for _, value in latest)
    return facts if len(facts.split()) >= FACT_WORDS else ""


def _told_at(fact: Fact, heard: str) -> int:
    return max(heard.rfind(f" {_plain(said)} ") for said in fact.said_as)


def _offers(scenario: Scenario) -> Iterator[str]:
    """Yield the remedies that can be offered in the words of the file."""
    for remedy in scenario.solution.remedies.values():
        if what := _sayable(remedy.what):
            yield what


def _deeds(scenario: Scenario) -> Iterator[str]:
    """Yield what the briefing allows, where it is put so that one can say it oneself."""
    for allowed in scenario.briefing.you_may:
        deed = _sayable(_LINKED.sub("", _CLAUSES.split(allowed)[0].strip()))
        if deed and not _SELVES.search(deed):
            yield deed[0].lower() + deed[1:]


def _sayable(text: str) -> str:
    """Return a text up to where it speaks of the customer as of somebody else."""
    kept: list[str] = []
    for part in text.split(", "):
        if _OTHERS.search(part):
            break
        kept.append(part)
    return ", ".join(kept)


def _plain(text: str) -> str:
    return " ".join(_WORDS.sub(" ", text.lower()).split())
