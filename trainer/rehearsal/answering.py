"""The customer's side of a rehearsal: how they take things, and the line that is on its way."""

from dataclasses import dataclass
from itertools import count

from trainer.conversation.timeline import Entry, Overlap
from trainer.customer.happenings import (
    Happening,
    Reaction,
    Replied,
    SpokenOver,
    TalkedTooLong,
)
from trainer.customer.state import CustomerState, step_of
from trainer.rehearsal.events import StepReached, TechniquesHeard
from trainer.rehearsal.ports import CustomerSide
from trainer.rehearsal.story import Story
from trainer.rehearsal.workers import LineReady, VoiceWorker

__all__ = ["Answer", "Answering"]

NOBODYS = 0
"""The ticket of a line that is rendered ahead of time and not waited for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A reaction that counts once its line begins, and what it answers."""

    state: CustomerState
    reaction: Reaction
    entries: tuple[Entry, ...]
    ticket: int
    happening: Happening | None = None


class Answering:
    """Asks the customer, has the answer rendered, and lets it count when it is heard.

    Attributes:
        state: What the customer is like now.
        pending: The answer whose line is on its way; None when there is none.
        situation: What the line that is being played answers.
    """

    def __init__(self, customer: CustomerSide, voice: VoiceWorker, story: Story) -> None:
        self.pending: Answer | None = None
        self.situation = ""
        self._customer = customer
        self._voice = voice
        self._story = story
        self._tickets = count(NOBODYS + 1)
        self.state, opening = customer.opening()
        self._await(self.state, opening, ())

    def answer(self, happening: Happening, *entries: Entry) -> Answer | None:
        """Have the line of the reaction rendered; without a line, let it count and return it."""
        state, reaction = self._customer.react(self.state, happening)
        return self._await(state, reaction, entries, happening)

    def take(self, happening: Happening) -> Reaction:
        """Let what the customer makes of it count at once, and say nothing."""
        self.state, reaction = self._customer.react(self.state, happening)
        self._story.add(reaction.moves)
        return reaction

    def spoken_over(self, overlap: Overlap) -> bool:
        """Let an overlap count; return whether the customer snaps at it with a line."""
        self._story.add((overlap,))
        reaction = self.take(SpokenOver(overlap))
        if reaction.line is None:
            return False
        said = Reaction(line=reaction.line, situation=reaction.situation)
        self._await(self.state, said, ())
        return True

    def foresee(self, happening: Happening) -> None:
        """Have the line rendered that would answer this, so that it is at hand if it comes."""
        _, reaction = self._customer.react(self.state, happening)
        if reaction.line is not None:
            self._voice.prepare(NOBODYS, reaction.line)

    def waits_for(self, ready: LineReady) -> bool:
        """Tell whether this is the line that is to be said."""
        return self.pending is not None and ready.ticket == self.pending.ticket

    def drop(self) -> None:
        """Forget the answer: the trainee has not finished."""
        self.pending = None

    def begin(self) -> None:
        """Let the answer count: its line can be heard.

        Raises:
            RuntimeError: Nobody asked for a line.
        """
        if self.pending is None:
            raise RuntimeError("a line began that nobody asked for")
        self._count(self.pending)
        self.pending = None

    def _await(
        self,
        state: CustomerState,
        reaction: Reaction,
        entries: tuple[Entry, ...],
        happening: Happening | None = None,
    ) -> Answer | None:
        answer = Answer(state, reaction, entries, next(self._tickets), happening)
        if reaction.line is None:
            self._count(answer)
            return answer
        self.pending = answer
        self._voice.prepare(answer.ticket, reaction.line)
        return None

    def _count(self, answer: Answer) -> None:
        self.state = answer.state
        self.situation = answer.reaction.situation
        self._story.add((*answer.entries, *answer.reaction.moves))
        self._story.outcome = answer.reaction.outcome
        match answer.happening:
            case Replied(reply, techniques):
                self._story.tell(TechniquesHeard(reply, techniques))
            case TalkedTooLong(reply, techniques):
                self._story.tell(TechniquesHeard(reply, techniques, too_long=True))
            case _:
                pass
        self._story.tell(StepReached(step_of(answer.state)))
