"""Which wording of a line comes next: fitting, seeded, and not the one said last."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeAlias

from trainer.conversation.lines import Line, Phrase
from trainer.customer.answer import Answer
from trainer.customer.state import CustomerState, Cut
from trainer.scenario.pauses import phrases_of
from trainer.scenario.scenario import Scenario
from trainer.scenario.situation import Situation

__all__ = ["line_for", "restarted"]

S = Situation
ONCE_MORE = "I've said it before."
"""Comes before a wording that would otherwise be said twice in a row."""
SOUNDS_CALM = 25
"""Who does not show it sounds like this pressure at the most."""
Wordings: TypeAlias = tuple[str, Sequence[str]]
"""Where wordings stand, and the wordings."""
Pieces: TypeAlias = tuple[str, Sequence[tuple[str, ...]], int]


def line_for(scenario: Scenario, state: CustomerState, answer: Answer, seed: int) -> Line | None:
    """Return a line for what is to be answered; None when the scenario has none."""
    place, wordings = _wordings(scenario, state, answer)
    return _choose(scenario, state, place, wordings, seed)


def _wordings(scenario: Scenario, state: CustomerState, answer: Answer) -> Wordings:
    """Return the wordings that fit an answer, and where they stand."""
    match answer.situation:
        case S.VENT | S.RAMBLING | S.INSULTING:
            return _piece(*_pieces(scenario, state)[answer.situation])
        case S.STILL_MISSING if answer.need:
            said = scenario.lines.still_missing.get(answer.need, ())
            return f"{S.STILL_MISSING}.{answer.need}", said
        case S.DEMANDING | S.THREATENING | S.THREAT_DROPPED:
            return _claim(scenario, state, answer)
        case _ if answer.fact:
            return _about_fact(scenario, answer)
        case situation:
            used = scenario.lines.stand_in(situation)
            return used, scenario.lines.wordings(used)


def _pieces(scenario: Scenario, state: CustomerState) -> Mapping[Situation, Pieces]:
    """Return what is said piece by piece: where, the pieces, and which comes next."""
    insults, courses = scenario.insults, state.courses
    return {
        S.VENT: ("vent", scenario.lines.vent, state.vented),
        S.RAMBLING: ("rambles", scenario.rambles, courses.rambled - 1),
        S.INSULTING: ("insults", insults.says if insults else (), courses.insults - 1),
    }


def _piece(place: str, pieces: Sequence[tuple[str, ...]], said: int) -> Wordings:
    """Return the next piece; once all were said they come again."""
    at = said % max(len(pieces), 1)
    return f"{place}.{at + 1}", pieces[at] if pieces else ()


def _claim(scenario: Scenario, state: CustomerState, answer: Answer) -> Wordings:
    if answer.situation is S.DEMANDING:
        at = state.courses.demands
        demand = scenario.demands[at]
        again = answer.again and demand.again
        return f"demands.{at + 1}.{'again' if again else 'says'}", again or demand.says
    dropped = answer.situation is S.THREAT_DROPPED
    at = state.courses.threats - dropped
    threat = scenario.threats[at]
    if dropped:
        return f"threats.{at + 1}.dropped", threat.dropped
    again = answer.again and threat.again
    return f"threats.{at + 1}.{'again' if again else 'says'}", again or threat.says


def _about_fact(scenario: Scenario, answer: Answer) -> Wordings:
    fact, place = scenario.facts[answer.fact], f"facts.{answer.fact}"
    match answer.situation:
        case S.CORRECTED:
            return f"{place}.corrected", fact.corrected
        case S.UNASKED:
            return f"{place}.unasked", fact.unasked
        case _:
            return place, fact.answer


def restarted(line: Line, cut: Cut | None) -> Line:
    """Return the line with what was cut off after it, from the breath in which it was cut."""
    if cut is None or not cut.unheard:
        return line
    rest = _unheard(cut.line.phrases, cut.unheard)
    tail = cut.line.id.rpartition("+")[2]
    return Line(f"{line.id}+{tail}", (*line.phrases, *rest), line.voice, line.pressure)


def _unheard(phrases: Sequence[Phrase], unheard: int) -> tuple[Phrase, ...]:
    for start in range(len(phrases) - 1, 0, -1):
        if sum(len(phrase.text.split()) for phrase in phrases[start:]) >= unheard:
            return tuple(phrases[start:])
    return tuple(phrases)


def _choose(
    scenario: Scenario, state: CustomerState, place: str, wordings: Sequence[str], seed: int
) -> Line | None:
    if not wordings:
        return None
    ids = [f"{place}.{number}" for number in range(1, len(wordings) + 1)]
    number = ids.index(_freshest(ids, state, Random(f"{seed} {state.turn} {place}")))  # noqa: S311 - a rehearsal is repeatable, not secret
    phrases = phrases_of(wordings[number])
    if state.said and state.said[-1] == ids[number]:
        phrases = (Phrase(ONCE_MORE), *phrases)
    pressure = state.pressure if scenario.customer.shows_it else min(state.pressure, SOUNDS_CALM)
    return Line(ids[number], phrases, scenario.voice, pressure)


def _freshest(ids: Sequence[str], state: CustomerState, random: Random) -> str:
    """Return one that was said least often, and not the one said last while others are left."""
    last = state.said[-1] if state.said else ""
    others = [name for name in ids if name != last] or list(ids)
    least = min(state.said.count(name) for name in others)
    return random.choice([name for name in others if state.said.count(name) == least])
