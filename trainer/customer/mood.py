"""How a customer's pressure moves: every move by a rule, every rule with its reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from trainer.conversation.timeline import MoodMove, Overlap, Reply
from trainer.conversation.words import Span
from trainer.customer.hearing import Heard
from trainer.customer.needs import met_needs, missing_needs
from trainer.customer.rules import Event, Rule, Rules
from trainer.customer.state import Course, CustomerState, Offer
from trainer.scenario.kinds import Need, StopsFor
from trainer.scenario.scenario import Scenario
from trainer.techniques.technique import CALMING, INFLAMING, Technique, TechniqueId

__all__ = [
    "Mood",
    "Push",
    "bluntly_asked",
    "boundary_is_due",
    "ends_for_calm",
    "hand_over_is_due",
    "misses",
    "settles_demand",
    "stands_up",
]

T = TechniqueId
WORDS_BEFORE = 2
"""So many words are told beside the one at which they were cut."""
AT_ONCE = 3
"""So many facts count in one reply."""
KIND = CALMING - {T.BACKCHANNEL, T.USE_NAME, T.INTRODUCE_SELF, T.ANNOUNCE_PAUSE}
"""What takes up a threat kindly."""
REFUSING = frozenset({T.FLAT_REFUSAL, T.HIDE_BEHIND_POLICY})
"""Part of a kind no, where its reason or another way comes with it."""


@dataclass(frozen=True, slots=True)
class Push:
    """What would move the pressure, before it is held between 0 and 100."""

    rule: str
    change: float
    why: str
    span: Span
    trust: int = 0


@dataclass(frozen=True, slots=True)
class Mood:
    """The rules as they hold for one customer."""

    rules: Rules
    scenario: Scenario

    def move(
        self, state: CustomerState, pushes: Iterable[Push]
    ) -> tuple[CustomerState, tuple[MoodMove, ...]]:
        """Push pressure and trust; return the customer's new state and the moves made, in time."""
        moves: list[MoodMove] = []
        met = tuple(need.value for need in met_needs(self.rules, self.scenario, state))
        for push in sorted(pushes, key=lambda push: push.span.start_ms):
            held, span = _held(state.pressure + round(push.change)), push.span
            if change := held - state.pressure:
                trust = _held(state.trust + push.trust)
                state = replace(state, pressure=held, trust=trust)
                moves.append(
                    MoodMove(
                        span.start_ms, span.end_ms, held, change, push.why, push.rule, trust, met
                    )
                )
        return state, tuple(moves)

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
        why = _reason(rule, early=early, count=0) + detail
        return Push(event, change * worth, why, span, rule.trust)

    def interruption(self, state: CustomerState, overlap: Overlap) -> Push:
        """Return what cutting in does."""
        detail = f' at "{_where(state, overlap)}"' if overlap.cut_at else ""
        detail += f"; {overlap.unheard} words unheard" if overlap.unheard > 1 else ""
        return self.event(state, Event.INTERRUPTION, overlap.span, detail=detail)

    def reply(
        self,
        state: CustomerState,
        heard: Heard,
        reply: Reply,
        *,
        brought: CustomerState | None = None,
    ) -> Iterator[Push]:
        """Yield what the techniques in a reply do, in the order in which they were said.

        Args:
            state: The customer before it.
            heard: What was heard in it.
            reply: Its words, with their times.
            brought: The customer with all that it brings; without it, it was only half heard.
        """
        half_heard = brought is None
        ready = not half_heard and self.feels_heard(state, heard)
        calming = sorted(
            (technique for technique in heard.techniques if technique.id not in INFLAMING),
            key=lambda technique: self.rules.rule(technique.id).change,
        )
        for technique in heard.techniques:
            early = not self._is_due(state, heard, technique.id, brought or state, ready=ready)
            push = self._technique(state, technique, reply, early=early)
            if push.change < 0:
                worth = self.rules.limits.next_in_reply ** calming.index(technique)
                worth *= self.rules.limits.after_cutting_in if half_heard else 1
                push = replace(push, change=push.change * worth)
            yield push

    def facts(self, state: CustomerState, heard: Heard, reply: Reply) -> Iterator[Push]:
        """Yield what giving back the facts does, what is offered and what is promised."""
        early = not self.feels_heard(state, heard)
        new = [name for name in heard.facts if name not in state.given][:AT_ONCE]
        if new:
            values = " and ".join(f'"{self.scenario.facts[name].value}"' for name in new)
            detail, times = f" {values}", len(new)
            yield self.event(state, Event.FACTS_GIVEN_BACK, reply.span, times=times, detail=detail)
        for name in heard.wrong:
            detail = f": {self.scenario.facts[name].value}"
            yield self.event(state, Event.WRONG_FACT, reply.span, detail=detail)
        if heard.explains:
            yield self.event(state, Event.EXPLAINED, reply.span, early=early)
        for name in bluntly_asked(self.scenario, state, heard)[:1]:
            detail = f" {self.scenario.facts[name].value}"
            yield self.event(state, Event.ASKED_BLUNTLY, reply.span, detail=detail)
        if heard.too_much and not heard.has(T.GIVE_IN):
            yield self.event(state, Event.TOO_MUCH, reply.span)
        if heard.remedy and state.offer is Offer.NONE:
            yield self.event(state, Event.OFFER_FITS, reply.span, early=early)
        if misses(state, heard):
            yield self.event(state, Event.OFFER_DOES_NOT_FIT, reply.span, early=early)
        if event := self._answers(state, heard):
            yield self.event(state, event, reply.span)

    def _answers(self, state: CustomerState, heard: Heard) -> Event | None:
        """Return what a reply to an insult or a threat amounts to."""
        match state.courses.standing:
            case Course.INSULT if heard.inflames:
                return Event.RETORT
            case Course.INSULT if heard.words and ends_for_calm(self.scenario):
                return Event.STAYED_CALM
            case Course.THREAT if stands_up(heard):
                return Event.STOOD_UP_TO_THREAT
            case Course.DEMAND if not settles_demand(heard, feels_heard=True):
                return Event.PASSED_OVER
            case _:
                return None

    def warmth(self, state: CustomerState, heard: Heard) -> float:
        """Return how well they were listened to, this reply counted in."""
        gained = sum(
            rule.warmth * _worth(technique) * rule.again ** state.count(technique.id)
            for technique in heard.techniques
            for rule in [self.rules.rule(technique.id)]
            if not rule.is_worn(state.count(technique.id))
        )
        new = sum(name not in state.given for name in heard.facts)
        gained += new * self.rules.rule(Event.FACTS_GIVEN_BACK).warmth
        lost = sum(technique.id in INFLAMING for technique in heard.techniques)
        return max(0.0, state.warmth + gained - lost)

    def feels_heard(self, state: CustomerState, heard: Heard) -> bool:
        """Say whether they feel heard, this reply counted in."""
        vented = state.vented >= self.scenario.customer.vents_first
        warm = self.warmth(state, heard) >= self.rules.limits.heard_at
        return state.heard or (vented and warm)

    def _technique(
        self, state: CustomerState, technique: Technique, reply: Reply, *, early: bool
    ) -> Push:
        rule, count = self.rules.rule(technique.id), state.count(technique.id)
        change = self._scaled(_base(rule, early=early, count=count))
        worth = 1 if rule.is_worn(count) else rule.again**count
        worth *= _worth(technique)
        why = _reason(rule, early=early, count=count)
        wasted = rule.trust > 0 and (early or rule.is_worn(count))
        trust = 0 if wasted else round(rule.trust * rule.again**count)
        return Push(technique.id, change * worth, why, _span_of(technique, reply), trust)

    def _is_due(
        self,
        state: CustomerState,
        heard: Heard,
        technique: TechniqueId,
        brought: CustomerState,
        *,
        ready: bool,
    ) -> bool:
        match technique:
            case T.SET_BOUNDARY | T.PAUSE_CONTACT:
                return boundary_is_due(self.rules, state)
            case T.HAND_OVER:
                return hand_over_is_due(self.rules, self.scenario, state, brought)
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
    """Say whether a boundary is fair: they insult, or rage at somebody who has not been rude."""
    rude = any(state.count(name) for name in (*INFLAMING, Event.INTERRUPTION))
    rages = state.pressure >= rules.limits.boundary_from and not rude
    return rages or state.courses.standing is Course.INSULT


def hand_over_is_due(
    rules: Rules, scenario: Scenario, before: CustomerState, after: CustomerState
) -> bool:
    """Say whether passing it on comes after all else that they need, or after a failed attempt.

    The last of what they need may come with it; an attempt has to have been made before.
    """
    if Need.HAND_OVER in scenario.needs:
        return missing_needs(rules, scenario, after) == (Need.HAND_OVER,)
    wanting = missing_needs(rules, scenario, before)
    offered = before.agreed and not {Need.SOLUTION, Need.TIME}.intersection(wanting)
    return before.heard and offered


def bluntly_asked(scenario: Scenario, state: CustomerState, heard: Heard) -> tuple[str, ...]:
    """Return the sensitive facts that were asked for without asking whether one may."""
    if state.permitted or heard.has(T.ASK_PERMISSION) or heard.has(T.REFLECT):
        return ()
    return tuple(name for name in heard.asked if scenario.facts[name].sensitive)


def ends_for_calm(scenario: Scenario) -> bool:
    """Say whether a calm reply ends the insults."""
    return scenario.insults is not None and scenario.insults.stop_for is StopsFor.CALM


def settles_demand(heard: Heard, *, feels_heard: bool) -> bool:
    """Say whether a reply answers a demand: by a kind no, or by giving in."""
    rude = any(one.id in INFLAMING and one.id not in REFUSING for one in heard.techniques)
    return heard.gives_in or (heard.declines and feels_heard and not rude)


def stands_up(heard: Heard) -> bool:
    """Say whether a reply to a threat is kind and gives nothing away."""
    kind = any(technique.id in KIND for technique in heard.techniques)
    return kind and not heard.inflames and not heard.gives_in


def _held(value: int) -> int:
    return max(0, min(100, value))


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
