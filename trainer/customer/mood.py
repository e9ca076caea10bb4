"""How a customer's pressure moves: every move by a rule, every rule with its reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from trainer.conversation.timeline import MoodMove, Overlap, Reply
from trainer.conversation.words import Span
from trainer.customer.hearing import Heard
from trainer.customer.rules import Event, Rule, Rules
from trainer.customer.state import CustomerState, Offer
from trainer.scenario.scenario import Scenario
from trainer.techniques.technique import INFLAMING, Technique, TechniqueId

__all__ = ["Mood", "Push", "boundary_is_due", "hand_over_is_due", "misses"]

T = TechniqueId
WORDS_BEFORE = 2
"""So many words are told beside the one at which they were cut."""
AT_ONCE = 3
"""So many facts count in one reply."""


@dataclass(frozen=True, slots=True)
class Push:
    """What would move the pressure, before it is held between 0 and 100."""

    rule: str
    change: float
    why: str
    span: Span


@dataclass(frozen=True, slots=True)
class Mood:
    """The rules as they hold for one customer."""

    rules: Rules
    scenario: Scenario

    def move(
        self, state: CustomerState, pushes: Iterable[Push]
    ) -> tuple[CustomerState, tuple[MoodMove, ...]]:
        """Push the pressure; return the customer's new state and the moves it made, in time."""
        moves: list[MoodMove] = []
        pressure = state.pressure
        for push in sorted(pushes, key=lambda push: push.span.start_ms):
            held = max(0, min(100, pressure + round(push.change)))
            span, change = push.span, held - pressure
            if change:
                moves.append(
                    MoodMove(span.start_ms, span.end_ms, held, change, push.why, push.rule)
                )
            pressure = held
        return replace(state, pressure=pressure), tuple(moves)

    def event(  # noqa: PLR0913 - an event is all of these
        self,
        state: CustomerState,
        event: Event,
        span: Span,
        *,
        early: bool = False,
        times: int = 1,
        detail: str = "",
    ) -> Push:
        """Return what an event does; `detail` follows the rule's reason."""
        rule = self.rules.rule(event)
        change = self._scaled(_base(rule, early=early, count=0)) * times
        worth = rule.again ** state.count(event)
        return Push(event, change * worth, _reason(rule, early=early, count=0) + detail, span)

    def interruption(self, state: CustomerState, overlap: Overlap) -> Push:
        """Return what cutting in does."""
        detail = f' at "{_where(state, overlap)}"' if overlap.cut_at else ""
        detail += f"; {overlap.unheard} words unheard" if overlap.unheard > 1 else ""
        return self.event(state, Event.INTERRUPTION, overlap.span, detail=detail)

    def reply(
        self, state: CustomerState, heard: Heard, reply: Reply, *, half_heard: bool
    ) -> Iterator[Push]:
        """Yield what the techniques in a reply do, in the order in which they were said."""
        ready = not half_heard and self.feels_heard(state, heard)
        calming = sorted(
            (technique for technique in heard.techniques if technique.id not in INFLAMING),
            key=lambda technique: self.rules.rule(technique.id).change,
        )
        for technique in heard.techniques:
            push = self._technique(state, heard, technique, reply, ready=ready)
            if push.change < 0:
                worth = self.rules.limits.next_in_reply ** calming.index(technique)
                worth *= self.rules.limits.after_cutting_in if half_heard else 1
                push = replace(push, change=push.change * worth)
            yield push

    def facts(self, state: CustomerState, heard: Heard, reply: Reply) -> Iterator[Push]:
        """Yield what giving back the facts does, what is offered and what is promised."""
        early = not self.feels_heard(state, heard)
        new = [name for name in heard.facts if name not in state.known][:AT_ONCE]
        if new:
            values = " and ".join(f'"{self.scenario.facts[name].value}"' for name in new)
            detail, times = f" {values}", len(new)
            yield self.event(state, Event.FACTS_GIVEN_BACK, reply.span, times=times, detail=detail)
        if heard.too_much and not heard.has(T.GIVE_IN):
            yield self.event(state, Event.TOO_MUCH, reply.span)
        if heard.remedy and state.offer is Offer.NONE:
            yield self.event(state, Event.OFFER_FITS, reply.span, early=early)
        if misses(state, heard):
            yield self.event(state, Event.OFFER_DOES_NOT_FIT, reply.span, early=early)

    def warmth(self, state: CustomerState, heard: Heard) -> float:
        """Return how well they were listened to, this reply counted in."""
        gained = sum(
            rule.warmth * _worth(technique) * rule.again ** state.count(technique.id)
            for technique in heard.techniques
            for rule in [self.rules.rule(technique.id)]
            if not rule.is_worn(state.count(technique.id))
        )
        new = sum(name not in state.known for name in heard.facts)
        gained += new * self.rules.rule(Event.FACTS_GIVEN_BACK).warmth
        lost = sum(technique.id in INFLAMING for technique in heard.techniques)
        return max(0.0, state.warmth + gained - lost)

    def feels_heard(self, state: CustomerState, heard: Heard) -> bool:
        """Say whether they feel heard, this reply counted in."""
        return state.heard or self.warmth(state, heard) >= self.rules.limits.heard_at

    def _technique(
        self,
        state: CustomerState,
        heard: Heard,
        technique: Technique,
        reply: Reply,
        *,
        ready: bool,
    ) -> Push:
        rule, count = self.rules.rule(technique.id), state.count(technique.id)
        early = not self._is_due(state, heard, technique.id, ready=ready)
        change = self._scaled(_base(rule, early=early, count=count))
        worth = 1 if rule.is_worn(count) else rule.again**count
        worth *= _worth(technique)
        why = _reason(rule, early=early, count=count)
        return Push(technique.id, change * worth, why, _span_of(technique, reply))

    def _is_due(
        self, state: CustomerState, heard: Heard, technique: TechniqueId, *, ready: bool
    ) -> bool:
        match technique:
            case T.SET_BOUNDARY | T.PAUSE_CONTACT:
                return boundary_is_due(self.rules, state)
            case T.HAND_OVER:
                return hand_over_is_due(state)
            case T.SEEK_AGREEMENT | T.GIVE_TIME:
                return ready and (state.offer is not Offer.NONE or bool(heard.remedy))
            case _:
                return ready

    def _scaled(self, change: int) -> float:
        temperament = self.rules.temperaments[self.scenario.customer.temperament]
        difficulty = self.rules.difficulties[self.scenario.difficulty]
        if change > 0:
            return change * temperament.up * difficulty.up
        return change * temperament.down * difficulty.down


def misses(state: CustomerState, heard: Heard) -> bool:
    """Say whether something is offered that does not fit, and nothing that fits was."""
    pause = heard.has(T.ANNOUNCE_PAUSE)
    return heard.offers and not heard.remedy and not pause and state.offer is Offer.NONE


def boundary_is_due(rules: Rules, state: CustomerState) -> bool:
    """Say whether a boundary is fair: they rage, and the trainee has not been rude."""
    rude = any(state.count(name) for name in (*INFLAMING, Event.INTERRUPTION))
    return state.pressure >= rules.limits.boundary_from and not rude


def hand_over_is_due(state: CustomerState) -> bool:
    """Say whether passing it on comes after a real attempt."""
    tried = state.offer is not Offer.NONE or state.count(T.OFFER_SOLUTION) > 0
    return state.heard and tried


def _where(state: CustomerState, overlap: Overlap) -> str:
    """Return the word at which they were cut, with those before it when they are known."""
    text = state.last.text if state.last else ""
    words, cut_at = [word.strip(",.?!;:") for word in text.split()], overlap.cut_at.strip(",.?!;:")
    for end in (len(words) - overlap.unheard - 1, len(words) - overlap.unheard):
        if 0 <= end < len(words) and words[end].casefold() == cut_at.casefold():
            return " ".join(words[max(0, end - WORDS_BEFORE) : end + 1])
    return cut_at


def _worth(technique: Technique) -> float:
    """Return what a technique is worth: half when it is barely there, all when it is complete."""
    return 0.5 + technique.strength / 2


def _base(rule: Rule, *, early: bool, count: int) -> int:
    if rule.is_worn(count):
        return rule.worn
    return rule.early if early and rule.early is not None else rule.change


def _reason(rule: Rule, *, early: bool, count: int) -> str:
    if rule.is_worn(count):
        return rule.why_worn or rule.why
    return (rule.why_early or rule.why) if early else rule.why


def _span_of(technique: Technique, reply: Reply) -> Span:
    words = reply.words[technique.start : technique.end]
    return Span(words[0].start_ms, words[-1].end_ms) if words else reply.span
