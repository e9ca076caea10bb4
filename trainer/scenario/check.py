"""What a scenario that can be read could still do better: warnings for whoever writes it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from trainer.conversation.lines import WhenCut
from trainer.conversation.words import words_of
from trainer.scenario.scenario import FALLBACKS, Lines, Scenario, Situation
from trainer.scenario.wordings import says_one

__all__ = ["Remark", "check"]

S = Situation
OFTEN = (S.NOT_FOLLOWED, S.NOT_CAUGHT, S.SILENCE, S.INTERRUPTED, S.INFLAMED, S.ACKNOWLEDGED)
"""Situations that come back within one conversation."""
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
        *_about_facts(scenario),
        *_about_solution(scenario),
        *_about_lines(scenario.lines, scenario.customer.when_cut),
    )


def _about_voice(scenario: Scenario, voices: Collection[str]) -> Iterator[Remark]:
    if scenario.voice not in voices:
        known = ", ".join(sorted(voices)) or "none"
        yield Remark("voice", f'there is no voice "{scenario.voice}": use one of {known}')


def _about_facts(scenario: Scenario) -> Iterator[Remark]:
    spoken = _spoken(scenario)
    for name, fact in scenario.facts.items():
        telling = {word for way in fact.said_as for word in words_of(way)}
        long = {word for word in telling if len(word) >= TELLING_LETTERS} or telling
        if not spoken & long:
            yield Remark(f"facts.{name}", "the customer never speaks of it: put it into a line")
        if bool(fact.asked_as) != bool(fact.answer):
            yield Remark(f"facts.{name}", "asked_as and answer only work together: write both")


def _about_solution(scenario: Scenario) -> Iterator[Remark]:
    for name, remedy in scenario.solution.remedies.items():
        for wording in remedy.said_as:
            if says_one(words_of(wording), scenario.solution.too_much):
                place = f"solution.remedies.{name}"
                yield Remark(place, f'"{wording}" is in too_much as well: keep it in one of them')


def _about_lines(lines: Lines, when_cut: WhenCut) -> Iterator[Remark]:
    snaps = when_cut is WhenCut.SNAPS
    if lines.snapped and not snaps:
        yield Remark("lines.snapped", "it is never said: write when_cut: snaps, or delete it")
    for situation in Situation:
        if situation is S.SNAPPED and not snaps:
            continue
        wordings, place = lines.wordings(situation), f"lines.{situation}"
        if not wordings:
            yield Remark(place, _without(situation))
        if len(wordings) == 1 and situation in OFTEN:
            yield Remark(place, "it comes back often and has one wording: write two or three")
        if len(set(wordings)) < len(wordings):
            yield Remark(place, "one wording is there twice and never chosen afresh: reword it")


def _without(situation: Situation) -> str:
    if situation in FALLBACKS:
        return f"no line: {FALLBACKS[situation]} stands in for it, or write one"
    return "no line: the customer says nothing then, or write one"


def _spoken(scenario: Scenario) -> set[str]:
    lines = (text for situation in Situation for text in scenario.lines.wordings(situation))
    answers = (text for fact in scenario.facts.values() for text in fact.answer)
    return {word for text in (*lines, *answers) for word in words_of(text)}
