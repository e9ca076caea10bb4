"""What the trainee says: the reply that is open, what was said aside, and the ears that hear it."""

from dataclasses import replace

from trainer.conversation.blocks import Block, Millis
from trainer.conversation.overlaps import all_backchannels
from trainer.conversation.timeline import Reply
from trainer.conversation.turns import WordsOverLine
from trainer.conversation.words import Span
from trainer.rehearsal.hearing import Hearing
from trainer.rehearsal.open_reply import OpenReply
from trainer.rehearsal.over_line import is_nobody
from trainer.rehearsal.parts import Plan
from trainer.rehearsal.workers import EarsWorker, FinalWords, PartialWords
from trainer.speech.estimate import TYPED_WORDS_PER_MINUTE, estimate_words

__all__ = ["TraineeSide"]

TURN_WORDS = 3
"""So many words over the line want the turn; fewer may be a backchannel that was misheard."""

END_MS: Millis = 1_000
"""The pitch of a reply's end is looked for in so much of it."""


class TraineeSide:
    """Opens the ears when the trainee speaks and gathers what they hear.

    Attributes:
        reply: What is being said; None while nothing is.
    """

    def __init__(self, ears: EarsWorker, plan: Plan) -> None:
        self.reply: OpenReply | None = None
        self._plan = plan
        self._hearing = Hearing(ears)
        self._end_watch = plan.end_watch()
        self._asides: list[OpenReply] = []

    @property
    def listened_to(self) -> bool:
        """Whether the ears are open."""
        return self._hearing.open

    @property
    def partial(self) -> str:
        """The words so far."""
        return self._hearing.partial

    # What is heard

    def hear(self, block: Block) -> None:
        """Take the next block, whether anybody speaks or not."""
        self._hearing.hear(block)

    def speech_started(self, at_ms: Millis) -> None:
        """Note the onset of speech."""
        if self.reply is not None:
            self.reply.speech_started(at_ms)

    def speech_stopped(self, at_ms: Millis) -> None:
        """Note the end of speech, and how it ended."""
        if self.reply is None:
            return
        self.reply.speech_stopped(at_ms)
        if self._end_watch is not None:
            self._end_watch.hear_end(self._hearing.sound(at_ms - END_MS, at_ms))

    def went_on(self) -> None:
        """Note that the pause was not the end."""
        if self._end_watch is not None:
            self._end_watch.go_on()

    def silence_needed_ms(self, now_ms: Millis) -> Millis | None:
        """Return how long this pause must last to be the end; None where it is always the same."""
        return None if self._end_watch is None else self._end_watch.needed_ms(now_ms)

    def is_nobody(self, now_ms: Millis) -> bool:
        """Tell whether what is heard over the line is a cough, a door or somebody far away."""
        if self._plan.typed or self.reply is None:
            return False
        spoken = self.reply.spoken_so_far(now_ms)
        sound = self._hearing.sound(spoken.start_ms, spoken.end_ms)
        return is_nobody(sound, self._hearing.partial, self._plan.usual_db)

    # The ears

    def listen(self, onset_ms: Millis, *, over_line: bool) -> None:
        """Open the ears to a new reply."""
        self.reply = OpenReply(onset_ms)
        self.reply.speech_started(onset_ms)
        if self._end_watch is not None:
            self._end_watch.begin()
        self._hearing.begin(self.reply, onset_ms, over_line=over_line)

    def listen_on(self, onset_ms: Millis) -> None:
        """Open the ears again to a reply that seemed to have ended."""
        if self.reply is None:
            self.listen(onset_ms, over_line=False)
        else:
            self.reply.finishing = False
            self._hearing.begin(self.reply, onset_ms)

    def set_aside(self, line: Span, now_ms: Millis) -> None:
        """Close the ears to what was said over a line that talks on."""
        if self.reply is not None:
            self.reply.line_span = line
            self.reply.nobody = self.is_nobody(now_ms)
            self._put_aside(self.reply)

    def give_way(self) -> None:
        """Close the ears to somebody from whom the customer takes the turn."""
        if self.reply is not None:
            self.reply.cut_short = True
            self._put_aside(self.reply)

    def finish(self, *, too_long: bool) -> None:
        """Close the ears; the reply is over once its last words have come."""
        if self.reply is not None:
            self.reply.finishing = True
            self.reply.too_long = too_long
            self._hearing.end()

    def stop_listening(self) -> None:
        """Close the ears, if they are open."""
        self._hearing.end()

    def _put_aside(self, said: OpenReply) -> None:
        self._asides.append(said)
        self.reply = None
        self._hearing.end()

    # The words

    def take_partial(self, heard: PartialWords, now_ms: Millis) -> bool:
        """Take words that may still change; say whether they belong to what is being said."""
        if self.reply is None or not self.reply.expects(heard.ticket):
            return False
        self._hearing.partial = heard.text
        if self._end_watch is not None:
            self._end_watch.hear_words(heard.text, now_ms)
        return True

    def over_line(self, heard: PartialWords) -> WordsOverLine:
        """Say what the words over a line have been so far."""
        known = self._plan.overlaps.backchannels
        if heard.backchannels or all_backchannels(heard.text, known, so_far=True):
            return WordsOverLine.BACKCHANNELS
        few = len(heard.text.split()) < TURN_WORDS
        return WordsOverLine.FEW if few else WordsOverLine.OTHERS

    def take_words(self, final: FinalWords) -> OpenReply | None:
        """Take final words; return what they were said in, the open reply or an aside."""
        said = next((one for one in self._all() if one.expects(final.ticket)), None)
        if said is not None:
            said.take_words(final.ticket, final.words, final.backchannels)
            self._asides = [one for one in self._asides if one is not said]
        return said

    def so_far(self, now_ms: Millis) -> Reply | None:
        """Return the reply with the words so far, their times estimated; None without any."""
        if self.reply is None or not self._hearing.partial:
            return None
        words = estimate_words(self._hearing.partial, now_ms, TYPED_WORDS_PER_MINUTE)
        return replace(self.reply.reply(now_ms), words=words)

    def _all(self) -> list[OpenReply]:
        return [*self._asides, *([self.reply] if self.reply else [])]
