"""The test bench for writers: a typed reply, and all that the customer makes of it.

It asks the same customer as a rehearsal does, without sound and at once.
"""

from dataclasses import dataclass, replace

from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import MoodMove, Outcome, Reply
from trainer.customer.answer import Answer
from trainer.customer.choice import line_for
from trainer.customer.customer import Customer
from trainer.customer.happenings import Happening, Reaction, Replied, Stayed
from trainer.customer.hearing import Heard, hear
from trainer.customer.rules import Rules
from trainer.customer.state import CustomerState, Offer
from trainer.rehearsal.ports import TechniqueEar
from trainer.scenario.lines import Lines
from trainer.scenario.scenario import Scenario
from trainer.scenario.situation import ELSEWHERE, Situation
from trainer.speech.estimate import estimate_words
from trainer.techniques.technique import Technique

__all__ = ["Bench", "Exchange", "first_lines", "when_said"]

S = Situation
WORDS_PER_MINUTE = 150.0
GAP_MS: Millis = 600
SILENCE_MS: Millis = 8_000
ONCE_HEARD = frozenset(
    {S.ASKED_OPEN, S.OFFERED_RIGHT, S.OFFERED_WITHOUT_TIME, S.NOT_YET, S.DOUBTED, S.STILL_MISSING}
)
"""These are only said by somebody who feels heard."""
OFFERED = {
    S.OFFERED_WITHOUT_TIME: Offer.WITHOUT_TIME,
    S.OFFERED_RIGHT: Offer.WITH_TIME,
    S.NOT_YET: Offer.WITH_TIME,
    S.DOUBTED: Offer.WITH_TIME,
}
"""What was offered before they say so."""
ENDS = frozenset({S.ACCEPTED, S.LOYAL, S.TOOK_IT, S.CALL_PAUSED, S.LEAVING, S.ENDED_EARLY})
"""After these there is nothing to reply to."""
NEVER_FIRST = ELSEWHERE | ENDS | {S.OUT_OF_TIME, S.HANDED_OVER}


@dataclass(frozen=True, slots=True)
class Exchange:
    """A reply, what was heard in it, how it moved the customer, and what they say.

    Attributes:
        reply: The words; empty at the beginning and for a silence.
        techniques: What was heard.
        heard: What the customer takes it for: facts, offers, questions.
        moves: Every move of the mood, with its reason.
        pressure: How angry they are after it.
        trust: How far they believe the trainee after it.
        line: What they say; empty for nothing.
        line_id: Which wording that is, such as ``lines.vent.1``.
        situation: What the line answers.
        outcome: How it ends; None while it goes on.
    """

    reply: str
    techniques: tuple[Technique, ...]
    heard: Heard
    moves: tuple[MoodMove, ...]
    pressure: int
    trust: int
    line: str
    line_id: str
    situation: str
    outcome: Outcome | None


def first_lines(scenario: Scenario) -> tuple[Situation, ...]:
    """Return the situations that a try may begin with: those with a line that can be answered."""
    lines = scenario.lines
    return tuple(one for one in S if one not in NEVER_FIRST and lines.wordings(one))


def when_said(situation: str) -> str:
    """Return when a line is said, as the format describes it; empty for what stands elsewhere."""
    field = Lines.model_fields.get(situation)
    return " ".join((field.description or "").replace("``", '"').split()) if field else ""


class Bench:
    """A conversation that is tried out, one reply after another.

    Args:
        scenario: Who is upset, and about what.
        rules: How they are moved.
        ear: Hears techniques.
        pressure: How angry they are when it begins; None for as the scenario has it.
        first: Which line is said first.
        seed: Chooses between wordings.
    """

    def __init__(  # noqa: PLR0913 - all of them say where to begin
        self,
        scenario: Scenario,
        rules: Rules,
        ear: TechniqueEar,
        *,
        pressure: int | None = None,
        first: Situation = S.OPENING,
        seed: int = 0,
    ) -> None:
        self._customer = Customer(scenario, rules, seed)
        self._ear = ear
        self._now_ms: Millis = 0
        state = self._begun(pressure, first)
        self._states = [state]
        self.exchanges = [self._told("", (), Heard(), state, Reaction((), state.last, first))]

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self._states[-1].outcome is not None

    def say(self, text: str) -> Exchange:
        """Reply with a text."""
        words = estimate_words(text, self._now_ms + GAP_MS, WORDS_PER_MINUTE)
        if not words:
            return self.stay_silent()
        reply = Reply(words[0].start_ms, words[-1].end_ms, words, typed=True)
        techniques = tuple(self._ear.detect([word.text for word in words]))
        self._now_ms = reply.end_ms
        heard = hear(self._customer.scenario, reply, techniques)
        return self._take(Replied(reply, techniques), text, techniques, heard)

    def stay_silent(self) -> Exchange:
        """Say nothing for a while."""
        self._now_ms += SILENCE_MS
        return self._take(Stayed(self._now_ms, SILENCE_MS), "", (), Heard())

    def take_back(self) -> None:
        """Take back the last reply; the beginning stays."""
        if len(self._states) > 1:
            self._states.pop()
            self.exchanges.pop()

    def _take(
        self, happening: Happening, text: str, techniques: tuple[Technique, ...], heard: Heard
    ) -> Exchange:
        state, reaction = self._customer.react(self._states[-1], happening)
        exchange = self._told(text, techniques, heard, state, reaction)
        self._states.append(state)
        self.exchanges.append(exchange)
        return exchange

    def _told(
        self,
        text: str,
        techniques: tuple[Technique, ...],
        heard: Heard,
        state: CustomerState,
        reaction: Reaction,
    ) -> Exchange:
        line = reaction.line
        return Exchange(
            text,
            techniques,
            heard,
            reaction.moves,
            state.pressure,
            state.trust,
            line.text if line else "",
            line.id if line else "",
            reaction.situation,
            reaction.outcome,
        )

    def _begun(self, pressure: int | None, first: Situation) -> CustomerState:
        scenario = self._customer.scenario
        opened, _ = self._customer.opening()
        state = replace(
            opened, pressure=scenario.opening_pressure if pressure is None else pressure
        )
        if first in ONCE_HEARD:
            warm = self._customer.rules.limits.heard_at
            vented = len(scenario.lines.vent)
            state = replace(state, heard=True, warmth=float(warm), vented=vented)
        if first in OFFERED:
            remedy = next(iter(scenario.solution.remedies), "")
            state = replace(state, offer=OFFERED[first], remedy=remedy)
        unsaid = replace(state, said=(), turn=0)
        line = line_for(scenario, unsaid, Answer(first), self._customer.seed)
        vented = max(state.vented, int(first is S.VENT))
        said = (line.id,) if line else ()
        return replace(state, last=line, last_situation=first, said=said, vented=vented)
