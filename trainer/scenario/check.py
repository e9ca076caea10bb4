"""What a scenario that can be read could still do better: warnings for whoever writes it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from trainer.conversation.lines import WhenCut
from trainer.conversation.words import words_of
from trainer.scenario.deciding import HOW_TO_DECIDE, deciding, never_accepted
from trainer.scenario.kinds import StopsFor
from trainer.scenario.scenario import Fact, Occasion, Scenario
from trainer.scenario.situation import ELSEWHERE, FALLBACKS, Situation
from trainer.scenario.wordings import says_one

__all__ = ["Remark", "check"]

S = Situation
OFTEN = (S.NOT_FOLLOWED, S.NOT_CAUGHT, S.SILENCE, S.INTERRUPTED, S.INFLAMED, S.ACKNOWLEDGED)
"""Situations that come back within one conversation."""
MOST_INSULTS = 2
"""Who insults until somebody stays calm leaves when it was paid back twice."""
TELLING_LETTERS = 4
"""Words this long tell what a fact is about."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One warning: where in the file, what, and how to mend it."""

    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


def check(scenario: Scenario, voices: Collection[str]) -> tuple[Remark, ...]:
    """Return every warning about a scenario; `voices` are the ids of the voices there are."""
    return (
        *_about_voice(scenario, voices),
        *_about_competences(scenario),
        *_about_facts(scenario),
        *_about_solution(scenario),
        *_about_lines(scenario),
        *_about_courses(scenario),
    )


def _about_voice(scenario: Scenario, voices: Collection[str]) -> Iterator[Remark]:
    if scenario.voice not in voices:
        known = ", ".join(sorted(voices)) or "none"
        yield Remark("voice", f'there is no voice "{scenario.voice}": use one of {known}')


def _about_competences(scenario: Scenario) -> Iterator[Remark]:
    if not deciding(scenario).intersection(scenario.competences):
        hows = "; ".join(f"for {one} {HOW_TO_DECIDE[one]}" for one in scenario.competences)
        yield Remark("competences", f"the end hangs on none of them: {hows}")


def _about_facts(scenario: Scenario) -> Iterator[Remark]:
    spoken = _spoken(scenario)
    for name, fact in scenario.facts.items():
        telling = {word for way in fact.said_as for word in words_of(way)}
        long = {word for word in telling if len(word) >= TELLING_LETTERS} or telling
        if not spoken & long:
            yield Remark(f"facts.{name}", "the customer never speaks of it: put it into a line")
        yield from _about_wrong_ways(f"facts.{name}.wrong_as", fact)


def _about_wrong_ways(place: str, fact: Fact) -> Iterator[Remark]:
    for right in fact.said_as:
        if says_one(words_of(right), fact.wrong_as):
            what = f'"{right}" is right and is always taken for wrong: reword the wrong one'
            yield Remark(place, what)


def _about_solution(scenario: Scenario) -> Iterator[Remark]:
    for name, remedy in scenario.solution.remedies.items():
        for wording in remedy.said_as:
            for place, unwanted in _unwanted(scenario):
                if says_one(words_of(wording), unwanted):
                    what = f'"{wording}" is in {place} as well: keep it in one of them'
                    yield Remark(f"solution.remedies.{name}", what)


def _unwanted(scenario: Scenario) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "too_much", scenario.solution.too_much
    yield from (("granted_as", demand.granted_as) for demand in scenario.demands)
    yield from (("gives_way", threat.gives_way) for threat in scenario.threats)


def _about_lines(scenario: Scenario) -> Iterator[Remark]:
    for situation in Situation:
        wordings, place = scenario.lines.wordings(situation), f"lines.{situation}"
        if why := _never_said(scenario, situation):
            if wordings:
                yield Remark(place, f"it is never said: {why}, or delete it")
            continue
        if not wordings and situation is not S.STILL_MISSING:
            yield Remark(place, _without(situation))
        if len(wordings) == 1 and situation in OFTEN:
            yield Remark(place, "it comes back often and has one wording: write two or three")
        if len(set(wordings)) < len(wordings):
            yield Remark(place, "one wording is there twice and never chosen afresh: reword it")


def _never_said(scenario: Scenario, situation: Situation) -> str:
    """Return what the scenario lacks for a situation to come up; empty when nothing."""
    if situation in ELSEWHERE:
        return "it stands elsewhere"
    insults, not_accepted = scenario.insults, never_accepted(scenario)
    lacks = {
        S.ACCEPTED: (not_accepted, not not_accepted),
        S.SNAPPED: ("write when_cut: snaps", scenario.customer.when_cut is WhenCut.SNAPS),
        S.LOYAL: ("write occasion: follow_up", scenario.occasion is Occasion.FOLLOW_UP),
        S.EXPLAINED: ("write solution.explanation", scenario.solution.explanation is not None),
        S.ASKED_WITHOUT_PERMISSION: (
            "make a fact sensitive",
            any(fact.sensitive for fact in scenario.facts.values()),
        ),
        S.CALL_PAUSED: (
            "write insults with stop_for: boundary or nothing",
            insults is not None and insults.stop_for is not StopsFor.CALM,
        ),
    }
    why, comes = lacks.get(situation, ("", True))
    return "" if comes else why


def _without(situation: Situation) -> str:
    if situation in FALLBACKS:
        return f"no line: {FALLBACKS[situation]} stands in for it, or write one"
    return "no line: the customer says nothing then, or write one"


def _about_courses(scenario: Scenario) -> Iterator[Remark]:
    insults = scenario.insults
    if insults and insults.from_pressure > scenario.opening_pressure:
        what = "they may never come: write opening_pressure or less"
        yield Remark("insults.from_pressure", what)
    if insults and insults.stop_for is StopsFor.CALM and len(insults.says) > MOST_INSULTS:
        what = f"only {MOST_INSULTS} come before they leave: delete the rest, or write stop_for"
        yield Remark("insults.says", what)
    said = {
        **{f"demands.{n}": (*one.says, *one.again) for n, one in enumerate(scenario.demands, 1)},
        **{f"threats.{n}": (*one.says, *one.again) for n, one in enumerate(scenario.threats, 1)},
    }
    for place, wordings in said.items():
        if len(set(wordings)) == 1:
            what = "it may come back and has one wording: write another under again"
            yield Remark(place, what)


def _spoken(scenario: Scenario) -> set[str]:
    lines = (text for situation in Situation for text in scenario.wordings(situation))
    answers = (text for fact in scenario.facts.values() for text in fact.answer)
    return {word for text in (*lines, *answers) for word in words_of(text)}
