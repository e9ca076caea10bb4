"""Which wording of a line comes next: fitting, seeded, and not the one said last."""

from collections.abc import Sequence
from random import Random

from trainer.conversation.lines import Line, Phrase
from trainer.customer.state import CustomerState, Cut
from trainer.scenario.pauses import phrases_of
from trainer.scenario.scenario import FALLBACKS, Scenario, Situation

__all__ = ["fact_line", "fallback_of", "line_for", "restarted", "vent_line"]

S = Situation
ONCE_MORE = "I've said it before."
"""Comes before a wording that would otherwise be said twice in a row."""


def fallback_of(scenario: Scenario, situation: Situation) -> Situation:
    """Return the situation itself when it has lines, otherwise the one that stands in for it."""
    if scenario.lines.wordings(situation):
        return situation
    return FALLBACKS.get(situation, situation)


def line_for(
    scenario: Scenario, state: CustomerState, situation: Situation, seed: int
) -> Line | None:
    """Return a line for a situation; None when the scenario has none."""
    used = fallback_of(scenario, situation)
    return _choose(scenario, state, used, scenario.lines.wordings(used), seed)


def vent_line(scenario: Scenario, state: CustomerState, seed: int) -> Line | None:
    """Return the next piece of the vent; None when everything was let off."""
    pieces = scenario.lines.vent
    if state.vented >= len(pieces):
        return None
    place = f"{S.VENT}.{state.vented + 1}"
    return _choose(scenario, state, place, pieces[state.vented], seed)


def fact_line(scenario: Scenario, state: CustomerState, fact: str, seed: int) -> Line | None:
    """Return the answer to a question for a fact."""
    return _choose(scenario, state, f"facts.{fact}", scenario.facts[fact].answer, seed)


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
    return Line(ids[number], phrases, scenario.voice, state.pressure)


def _freshest(ids: Sequence[str], state: CustomerState, random: Random) -> str:
    """Return one that was said least often, and not the one said last while others are left."""
    last = state.said[-1] if state.said else ""
    others = [name for name in ids if name != last] or list(ids)
    least = min(state.said.count(name) for name in others)
    return random.choice([name for name in others if state.said.count(name) == least])
