"""The customer: takes what happens, answers with moves of the mood, a line and perhaps an end.

A customer keeps nothing: every happening turns one state into the next, and chance comes from the
seed, the turn and its purpose. So an answer can be worked out ahead of time and thrown away.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from trainer.conversation.blocks import Millis
from trainer.conversation.lines import Line, WhenCut
from trainer.conversation.timeline import MoodMove, OverlapKind, Reply
from trainer.conversation.words import Span, words_of
from trainer.customer.answer import Answer, Moment, answer_to
from trainer.customer.choice import line_for, restarted
from trainer.customer.courses import begun, taken_up
from trainer.customer.endings import Ending, after_reply, after_silence, is_satisfied, on_call
from trainer.customer.happenings import (
    CallEnded,
    Happening,
    Reaction,
    RepeatAsked,
    Replied,
    SpokenOver,
    Stayed,
    TalkedTooLong,
)
from trainer.customer.hearing import Heard, hear
from trainer.customer.mood import Mood, Push
from trainer.customer.needs import met_needs
from trainer.customer.progress import progressed, with_reply
from trainer.customer.rules import Event, Rules
from trainer.customer.state import CustomerState, Cut
from trainer.scenario.kinds import Need
from trainer.scenario.scenario import Scenario
from trainer.scenario.situation import Situation
from trainer.scenario.wordings import says_one

__all__ = ["ANNOUNCED_IS_FINE_MS", "REPEAT", "Customer", "CustomerState"]

S = Situation
Answered: TypeAlias = tuple[CustomerState, Reaction]
Moves: TypeAlias = tuple[MoodMove, ...]
ANNOUNCED_IS_FINE_MS: Millis = 15_000
"""A silence that was asked for costs nothing up to here (RUBRIC, section 3)."""
REPEAT = "repeat"
"""The situation of a line that is said again because the trainee asked for it."""
TAKING_UP = (S.INTERRUPTED, S.INTERRUPTED_AGAIN, S.SNAPPED)
"""After these words they take up again what was cut."""
ANGRY = 50
"""Below this pressure everybody yields to who cuts in."""
WHILE_VENTING = (S.OPENING, S.VENT)


@dataclass(frozen=True, slots=True)
class Customer:
    """Somebody upset, made of a scenario, the rules that move them and a seed.

    Attributes:
        taken_up: What they are like when the conversation is taken up in its middle; None for one
            that begins at its beginning.
    """

    scenario: Scenario
    rules: Rules
    seed: int = 0
    taken_up: CustomerState | None = None

    def opening(self) -> Answered:
        """Begin: return the customer as they come in, and their first line.

        Taken up in the middle, they say again what they said last.
        """
        if self.taken_up is not None:
            last, situation = self.taken_up.last, self.taken_up.last_situation
            return self.taken_up, Reaction(line=last, situation=situation.value)
        scenario = self.scenario
        state = CustomerState(scenario.opening_pressure, scenario.opening_trust)
        return self._say(state, Answer(S.OPENING), ())

    def react(  # noqa: PLR0911 - one return for each happening
        self, state: CustomerState, happening: Happening
    ) -> Answered:
        """Take what happened; return the customer after it, and how they take it."""
        if state.outcome:
            return state, Reaction()

        match happening:
            case Replied():
                return self._replied(state, happening)
            case SpokenOver():
                return self._spoken_over(state, happening)
            case Stayed():
                return self._stayed(state, happening)
            case TalkedTooLong():
                return self._talked_too_long(state, happening)
            case RepeatAsked():
                return state, Reaction(line=state.last, situation=REPEAT)
            case CallEnded():  # pragma: no branch - nothing else can happen
                ending = on_call(self.scenario, self.rules, state, happening.by)
                return self._end(state, ending, ())

    def _replied(self, before: CustomerState, happening: Replied) -> Answered:
        if self._is_too_long(happening.reply):
            return self._talked_too_long(
                before, TalkedTooLong(happening.reply, happening.techniques)
            )
        moment, moves = self._take_in(before, happening)
        answer = answer_to(moment, cut_in=happening.cut_in)
        if ending := after_reply(moment, answer.situation):
            return self._end(moment.after, ending, moves)
        courses, answer = begun(moment, answer, settling=self._is_settling(moment.after))
        after = replace(moment.after, courses=courses, idle=self._idle(moment, answer))
        if ending := after_reply(replace(moment, after=after), answer.situation):
            return self._end(after, ending, moves)
        return self._say(after, answer, moves)

    def _take_in(self, before: CustomerState, happening: Replied) -> tuple[Moment, Moves]:
        """Return the customer once they have heard a reply, and how it has moved them."""
        mood, reply, cut_in = self._mood, happening.reply, happening.cut_in
        heard = hear(self.scenario, reply, happening.techniques)
        brought = None if cut_in else with_reply(mood, before, heard)
        pushes = [
            *mood.reply(before, heard, reply, brought=brought),
            *([] if cut_in else self._besides(before, heard, reply)),
        ]
        after, moves = mood.move(before, pushes)
        if brought:
            after = replace(brought, pressure=after.pressure, trust=after.trust)
            after = replace(after, courses=taken_up(self.scenario, before, after, heard))
        after = after.counting(*(push.rule for push in pushes))
        return Moment(mood, before, after, heard), self._telling_needs(after, moves)

    def _telling_needs(self, after: CustomerState, moves: Moves) -> Moves:
        """Return the moves of a reply, the last of which tells the needs that are met by then."""
        met = tuple(need.value for need in met_needs(self.rules, self.scenario, after))
        return (*moves[:-1], *(replace(move, met=met) for move in moves[-1:]))

    def _is_too_long(self, reply: Reply) -> bool:
        lasts_ms = reply.words[-1].end_ms - reply.words[0].start_ms if reply.words else 0
        return lasts_ms > self.scenario.customer.patience_s * 1_000

    def _is_settling(self, state: CustomerState) -> bool:
        agreed = state.agreed or Need.SOLUTION not in self.scenario.needs
        return agreed and is_satisfied(self.rules, self.scenario, state)

    def _besides(self, state: CustomerState, heard: Heard, reply: Reply) -> Iterator[Push]:
        """Yield what a reply does besides its techniques."""
        mood = self._mood
        yield from mood.facts(state, heard, reply)
        if state.last_situation in WHILE_VENTING and heard.words and not heard.inflames:
            yield mood.event(state, Event.LET_FINISH, reply.span)
        if self._brings_nothing(state, heard):
            yield mood.event(state, Event.NOTHING_NEW, reply.span)

    def _brings_nothing(self, state: CustomerState, heard: Heard) -> bool:
        listens = not state.heard and state.vented < len(self.scenario.lines.vent)
        confirms = state.last_situation is S.OFFERED_RIGHT
        return bool(heard.words) and not (listens or confirms or heard.brings_something)

    def _idle(self, moment: Moment, answer: Answer) -> int:
        before, heard = moment.before, moment.heard
        if not heard.words:
            return before.idle
        vents = answer.situation is S.VENT
        return 0 if vents or progressed(before, moment.after, heard) else before.idle + 1

    def _spoken_over(self, state: CustomerState, happening: SpokenOver) -> Answered:
        mood, overlap = self._mood, happening.overlap
        match overlap.overlap_kind:
            case OverlapKind.INTERRUPTION:
                moved, moves = mood.move(state, [mood.interruption(state, overlap)])
                cut = Cut(state.last, overlap.unheard) if state.last else None
                after = replace(moved.counting(Event.INTERRUPTION), cut=cut)
                if cut and cut.unheard and cut.line.when_cut is WhenCut.SNAPS:
                    return self._say(after, Answer(S.SNAPPED), moves)
                return after, Reaction(moves=moves)
            case OverlapKind.BACKCHANNEL if state.last_situation in WHILE_VENTING:
                push = mood.event(state, Event.LISTENED_ALONG, overlap.span)
                moved, moves = mood.move(state, [push])
                warmth = state.warmth + self.rules.rule(Event.LISTENED_ALONG).warmth
                after = replace(moved.counting(Event.LISTENED_ALONG), warmth=warmth)
                return after, Reaction(moves=moves)
            case _:
                return state, Reaction()

    def _stayed(self, state: CustomerState, happening: Stayed) -> Answered:
        mood, silent_ms = self._mood, happening.silent_ms
        situation = S.KEPT_WAITING if happening.announced else S.SILENCE
        first = state.last_situation is not S.KEPT_WAITING
        if happening.announced and first and silent_ms <= ANNOUNCED_IS_FINE_MS:
            return self._say(state, Answer(situation), ())
        event = Event.KEPT_WAITING if happening.announced else Event.SILENCE
        span = Span(happening.at_ms - silent_ms, happening.at_ms)
        detail = f" for {silent_ms / 1000:.0f} seconds" if event is Event.SILENCE else ""
        moved, moves = mood.move(state, [mood.event(state, event, span, detail=detail)])
        after = moved.counting(event)
        if ending := after_silence(self.scenario, self.rules, after):
            return self._end(after, ending, moves)
        return self._say(after, Answer(situation), moves)

    def _talked_too_long(self, before: CustomerState, happening: TalkedTooLong) -> Answered:
        mood, reply = self._mood, happening.reply
        heard = hear(self.scenario, reply, happening.techniques)
        pushes = [
            *mood.reply(before, heard, reply),
            mood.event(before, Event.MONOLOGUE, reply.span),
        ]
        moved, moves = mood.move(before, pushes)
        after = moved.counting(*(push.rule for push in pushes))
        after = replace(after, idle=before.idle + 1)
        if ending := after_reply(Moment(mood, before, after, Heard()), S.MONOLOGUE_CUT):
            return self._end(after, ending, moves)
        return self._say(after, Answer(S.MONOLOGUE_CUT), moves)

    def _say(self, state: CustomerState, answer: Answer, moves: Moves) -> Answered:
        line = self._line(state, answer)
        if line and answer.situation in TAKING_UP:
            line = restarted(line, state.cut)
        if line and answer.situation is not S.SNAPPED and state.pressure >= ANGRY:
            line = replace(line, when_cut=self.scenario.customer.when_cut)
        said = self._having_said(state, line, answer.situation)
        return said, Reaction(moves=moves, line=line, situation=answer.situation.value)

    def _end(self, state: CustomerState, ending: Ending, moves: Moves) -> Answered:
        line = self._line(state, Answer(ending.closing))
        over = replace(self._having_said(state, line, ending.closing), outcome=ending.outcome)
        return over, Reaction(moves, line, ending.closing.value, ending.outcome)

    def _line(self, state: CustomerState, answer: Answer) -> Line | None:
        return line_for(self.scenario, state, answer, self.seed)

    def _having_said(
        self, state: CustomerState, line: Line | None, situation: Situation
    ) -> CustomerState:
        said = state.said + ((line.id.partition("+")[0],) if line else ())
        told = self._told(line.text) if line else ()
        return replace(
            state,
            turn=state.turn + 1,
            vented=state.vented + (situation is S.VENT),
            known=tuple(dict.fromkeys((*state.known, *told))),
            said=said,
            last=line or state.last,
            last_situation=situation,
            cut=None,
        )

    def _told(self, text: str) -> tuple[str, ...]:
        """Return the facts that a line tells."""
        words = words_of(text)
        facts = self.scenario.facts.items()
        return tuple(name for name, fact in facts if fact.needed and says_one(words, fact.said_as))

    @property
    def _mood(self) -> Mood:
        return Mood(self.rules, self.scenario)
