"""The rehearsal itself: blocks, words and commands in; lines, events and a timeline out.

One thread calls `handle`, whichever driver runs: live, offline or a test. The engine holds no lock,
waits for nothing and knows no clock but the blocks'. A reaction of the customer's counts only once
its line has begun: if the trainee goes on talking before that, it is dropped and the reply goes on.
"""

from collections.abc import Callable
from dataclasses import replace

from trainer.conversation.blocks import Block, Millis
from trainer.conversation.end_pointing import Pace
from trainer.conversation.lines import WhenCut
from trainer.conversation.silences import DEAD_AIR_MS
from trainer.conversation.timeline import Entry, Glitch, Overlap, Reply, Silence, Timeline
from trainer.conversation.turns import (
    Action,
    BargedIn,
    Ended,
    Event,
    LineEnded,
    LineStarted,
    LineStopped,
    LineWanted,
    NoAnswer,
    Phase,
    ReplyTyped,
    SpeechStarted,
    SpeechStopped,
    StoodGround,
    TurnTaking,
    WordsOverLine,
)
from trainer.customer.happenings import (
    CallEnded,
    Happening,
    RepeatAsked,
    Replied,
    Stayed,
    TalkedTooLong,
)
from trainer.rehearsal.answering import Answering
from trainer.rehearsal.events import (
    AnswerInWords,
    AskedRepeat,
    Bookmark,
    Command,
    End,
    Finished,
    HoldKey,
    LineBegan,
    LineFinished,
    PartialHeard,
    Pause,
    PauseChanged,
    PhaseChanged,
    RehearsalEvent,
    Resume,
    TroubleMet,
)
from trainer.rehearsal.line_follower import LineFollower
from trainer.rehearsal.open_reply import OpenReply
from trainer.rehearsal.over_line import cut_off, spoken_over
from trainer.rehearsal.parts import LineBack, Message, Parts, Plan
from trainer.rehearsal.senses import Senses
from trainer.rehearsal.story import Story
from trainer.rehearsal.trainee_side import TraineeSide
from trainer.rehearsal.workers import FinalWords, LineReady, PartialWords, WorkerTrouble
from trainer.speech.estimate import TYPED_WORDS_PER_MINUTE, estimate_words
from trainer.techniques.technique import Technique, TechniqueId

__all__ = ["Rehearsal"]

NOISE_MS: Millis = 700
"""Speech without a word that is no longer than this was a cough or a door, not a reply."""

RAISED_DB = 4.0
"""A customer who talks on is this much louder from then on."""


class Rehearsal:
    """One rehearsal from its first line to its outcome.

    It holds nothing that holds it, so that the models go as soon as it does.

    Attributes:
        over: Nothing more will come of it.
    """

    def __init__(self, parts: Parts, plan: Plan, tell: Callable[[RehearsalEvent], None]) -> None:
        self.over = False
        self._parts = parts
        self._plan = plan
        self._story = Story(tell)
        self._turns = TurnTaking(plan.timing)
        self._follower = LineFollower()
        self._senses = Senses(
            parts.canceller,
            parts.gate,
            half_duplex=plan.half_duplex,
            push_to_talk=plan.pace is Pace.PUSH_TO_TALK,
            tell=tell,
        )
        self._trainee = TraineeSide(parts.ears, plan)
        self._now_ms: Millis = 0
        self._pausing = False
        self._typed = ""
        self._ending_by = ""
        self._answering = Answering(plan.customer, parts.voice, self._story)

    @property
    def phase(self) -> Phase:
        """Who has the turn."""
        return self._turns.phase

    @property
    def unexpected(self) -> tuple[tuple[Phase, Event], ...]:
        """Events that came in a phase which does not know them."""
        return tuple(self._turns.unexpected)

    @property
    def timeline(self) -> Timeline:
        """What has taken place so far."""
        timeline = self._story.timeline(self._now_ms, self._plan.listening)
        return replace(timeline, taken_up=self._plan.taken_up)

    def handle(self, message: Message) -> None:
        """Take the next message of the inbox."""
        match message:
            case Block():
                self._take_block(message)
            case PartialWords():
                self._take_partial(message)
            case FinalWords():
                self._take_words(message)
            case LineReady():
                self._take_line(message)
            case WorkerTrouble():
                self._story.tell(TroubleMet(self._now_ms, message.what))
            case Glitch():
                self._story.add((replace(message, start_ms=self._now_ms, end_ms=self._now_ms),))
            case LineBack():
                self._play_again()
            case AnswerInWords() | AskedRepeat() | Pause() | Resume() | HoldKey() | End():
                self._obey(message)

    # Blocks

    def _take_block(self, block: Block) -> None:
        if self._pausing and self.phase in _TRAINEES:
            return
        block = replace(block, start_ms=self._now_ms)
        self._now_ms = block.end_ms
        if self._parts.recorder is not None:
            self._parts.recorder.write(block)
        heard, event = self._senses.take(block, playing=self._follower.playing)
        self._follow_line(block)
        self._trainee.hear(heard)
        if event is not None:
            self._receive(event)
        self._look_at_the_clock()
        if self._now_ms >= self._plan.limit_ms and self.phase is Phase.WAITING:
            self._conclude("time")

    def _look_at_the_clock(self) -> None:
        if self.phase is Phase.PAUSE:
            needed_ms = self._trainee.silence_needed_ms(self._now_ms)
            self._turns.turn_end_ms = self._turns.turn_end_ms if needed_ms is None else needed_ms
        deadline = self._turns.due(self._now_ms)
        barges_in = isinstance(deadline, BargedIn | StoodGround)
        if barges_in and self._trainee.is_nobody(self._now_ms):
            self._turns.words_over_line(WordsOverLine.NOISE)
        elif deadline is not None:
            self._receive(deadline)

    def _follow_line(self, block: Block) -> None:
        match self._follower.follow(block):
            case LineStarted() as event:
                self._begin_line(event)
                self._receive(event)
            case LineEnded() | LineStopped() as event:
                self._finish_line(event)
                self._receive(event)
                if self._story.outcome is not None:
                    self._receive(Ended(event.at_ms))
            case None:
                pass

    def _begin_line(self, event: LineStarted) -> None:
        line = self._follower.line
        self._answering.begin()
        self._trainee.reply = None
        if line is None:
            return
        self._turns.stands_ground = line.line.when_cut is WhenCut.TALKS_ON
        words = line.words_from(event.at_ms)
        self._story.tell(LineBegan(event.at_ms, line.line.text, words, line.line.pressure))
        self._story.tell(Bookmark(event.at_ms, self._answering.state))

    def _finish_line(self, event: LineEnded | LineStopped) -> None:
        planned = self._follower.span
        spoken = self._follower.finish(event.at_ms, self._answering.situation)
        self._story.add((spoken,))
        self._story.tell(LineFinished(event.at_ms, cut=spoken.unheard > 0))
        reply = self._trainee.reply
        if reply is None:
            return
        if reply.cut_in:
            self._spoken_over(cut_off(reply, spoken, self._trainee.partial))
        else:
            reply.line_span = planned

    # Turns

    def _receive(self, event: Event) -> None:
        before = self._turns.phase
        if isinstance(event, SpeechStopped):
            self._trainee.speech_stopped(event.at_ms)
        self._note_silence(event)
        self._perform(before, self._turns.receive(event))
        if isinstance(event, SpeechStarted):
            self._trainee.speech_started(event.at_ms)
        if self.phase is Phase.PAUSE and before is not Phase.PAUSE:
            self._foresee()
        if before is Phase.PAUSE and self.phase is Phase.TRAINEE:
            self._trainee.went_on()
        if self.phase is Phase.WAITING and self._typed:
            self._receive(ReplyTyped(self._now_ms))

    def _note_silence(self, event: Event) -> None:
        if self.phase is not Phase.WAITING:
            return
        since_ms = self._turns.waiting_since_ms
        if event.at_ms - since_ms >= DEAD_AIR_MS:
            self._story.add((Silence(since_ms, event.at_ms, self._turns.announced),))

    def _perform(self, before: Phase, actions: tuple[Action, ...]) -> None:
        if self.phase is not before:
            self._story.tell(PhaseChanged(self._now_ms, self.phase))
        for action in actions:
            self._do(action)

    def _do(self, action: Action) -> None:
        match action:
            case Action.LISTEN:
                self._trainee.listen(self._turns.onset_ms, over_line=self._follower.playing)
            case Action.JUDGE_OVERLAP:
                self._trainee.set_aside(self._follower.span, self._now_ms)
            case Action.HUSH:
                self._hush()
            case Action.RAISE_VOICE:
                self._parts.line.raise_voice(RAISED_DB)
            case Action.FINISH_REPLY:
                self._finish_reply()
            case Action.KEEP_LISTENING:
                self._keep_listening()
            case Action.ASK_PATIENCE:
                self._ask_patience()
            case Action.CLOSE:
                self._close()

    def _hush(self) -> None:
        self._parts.line.hush()
        self._follower.hushed = True
        if self._trainee.reply is not None:
            self._trainee.reply.cut_in = True

    def _finish_reply(self) -> None:
        if self._typed:
            self._trainee.stop_listening()
            self._reply_typed()
        else:
            self._trainee.finish(too_long=self._turns.speaking)

    def _keep_listening(self) -> None:
        self._answering.drop()
        if self._follower.line is not None:
            self._parts.line.hush()
            self._follower = LineFollower()
        self._trainee.listen_on(self._turns.onset_ms)

    def _ask_patience(self) -> None:
        silent_ms = self._now_ms - self._turns.waiting_since_ms
        self._react(Stayed(self._now_ms, silent_ms, self._turns.announced))

    # Words

    def _take_partial(self, heard: PartialWords) -> None:
        if not self._trainee.take_partial(heard, self._now_ms):
            return
        if heard.text:
            self._story.tell(PartialHeard(self._now_ms, heard.text))
        if self.phase is Phase.OVERLAP:
            self._turns.words_over_line(self._trainee.over_line(heard))

    def _take_words(self, final: FinalWords) -> None:
        said = self._trainee.take_words(final)
        if said is None:
            return
        if said is not self._trainee.reply:
            self._take_aside(said)
        elif said.complete and self._ending_by:
            self._story.add((said.finished(self._now_ms),))
            self._end()
        elif said.complete and said.finishing:
            self._take_reply(said)

    def _take_aside(self, aside: OpenReply) -> None:
        if aside.cut_short:
            self._story.add((aside.finished(self._now_ms),))
        else:
            self._judge_over_line(aside)

    def _judge_over_line(self, said: OpenReply) -> None:
        overlap = None if said.nobody else spoken_over(said, self._plan.overlaps, self._now_ms)
        said.line_span = None
        if overlap is not None:
            self._spoken_over(overlap)

    def _take_reply(self, open_reply: OpenReply) -> None:
        said = open_reply.finished(self._now_ms)
        reply = replace(said, typed=True, sound=None) if self._plan.typed else said
        if not reply.words and open_reply.speech_ms <= NOISE_MS:
            self._trainee.reply = None
            self._receive(NoAnswer(self._now_ms))
            return
        self._judge_over_line(open_reply)
        self._answer_reply(reply, cut_in=open_reply.cut_in, too_long=open_reply.too_long)

    def _reply_typed(self) -> None:
        text, self._typed, self._trainee.reply = self._typed, "", None
        since_ms = self._turns.waiting_since_ms
        words = estimate_words(text, since_ms, TYPED_WORDS_PER_MINUTE)
        self._answer_reply(
            Reply(since_ms, self._now_ms, words, typed=True), cut_in=False, too_long=False
        )

    def _answer_reply(self, reply: Reply, *, cut_in: bool, too_long: bool) -> None:
        techniques = self._techniques_in(reply)
        self._turns.announced = any(one.id is TechniqueId.ANNOUNCE_PAUSE for one in techniques)
        if too_long:
            self._react(TalkedTooLong(reply, techniques), reply)
        else:
            self._react(Replied(reply, techniques, cut_in=cut_in), reply)

    def _techniques_in(self, reply: Reply) -> tuple[Technique, ...]:
        return self._plan.detector.detect([word.text for word in reply.words])

    # The customer

    def _react(self, happening: Happening, *entries: Entry) -> None:
        answer = self._answering.answer(happening, *entries)
        if answer is not None:
            self._trainee.reply = None
            over = answer.reaction.outcome is not None
            self._receive((Ended if over else NoAnswer)(self._now_ms))

    def _spoken_over(self, overlap: Overlap) -> None:
        """Let the overlap count; a customer who snaps takes the turn from the trainee."""
        if self._answering.spoken_over(overlap):
            self._trainee.give_way()

    def _foresee(self) -> None:
        """Have the answer to what was said so far rendered while it is still a pause."""
        reply = self._trainee.so_far(self._now_ms)
        if reply is None or self._trainee.reply is None:
            return
        techniques = self._techniques_in(reply)
        self._answering.foresee(Replied(reply, techniques, cut_in=self._trainee.reply.cut_in))

    def _take_line(self, ready: LineReady) -> None:
        if self._answering.waits_for(ready):
            self._follower.expect(ready.line)
            self._parts.line.play(ready.line)

    def _play_again(self) -> None:
        """Play a line that was lost before its first sample; one that had begun has ended."""
        if self._follower.line is not None and not self._follower.playing:
            self._parts.line.play(self._follower.line)

    # Commands

    def _obey(self, command: Command) -> None:
        match command:
            case _ if self.over:
                pass
            case AnswerInWords(text=text):
                self._answer_in_words(text)
            case AskedRepeat():
                self._repeat()
            case Pause() | Resume():
                self._pausing = isinstance(command, Pause)
                self._story.tell(PauseChanged(self._now_ms, self._pausing))
            case HoldKey(down=down):
                self._senses.hold_key(down=down)
            case End(by=by):
                self._end_by(by)

    def _repeat(self) -> None:
        if self.phase is Phase.WAITING:
            self._receive(LineWanted(self._now_ms))
            self._react(RepeatAsked(self._now_ms))

    def _answer_in_words(self, text: str) -> None:
        self._typed = text.strip()
        if self._typed and self.phase in _TRAINEES:
            self._receive(ReplyTyped(self._now_ms))
        elif self._typed and self._follower.playing:
            self._parts.line.hush()
            self._follower.hushed = True

    def _end_by(self, by: str) -> None:
        if self._ending_by:
            return
        self._ending_by = by
        if self._trainee.listened_to:
            self._trainee.stop_listening()
        else:
            self._end()

    def _end(self) -> None:
        if self._story.outcome is None and not self._plan.taken_up:
            reaction = self._answering.take(CallEnded(self._now_ms, self._ending_by))
            self._story.outcome = reaction.outcome
        self._receive(Ended(self._now_ms))

    def _conclude(self, by: str) -> None:
        self._receive(LineWanted(self._now_ms))
        self._react(CallEnded(self._now_ms, by))

    def _close(self) -> None:
        if self._follower.playing:
            self._parts.line.hush()
            self._story.add((self._follower.finish(self._now_ms, self._answering.situation),))
        self.over = True
        self._story.tell(Finished(self.timeline))


_TRAINEES = frozenset({Phase.WAITING, Phase.TRAINEE, Phase.PAUSE})
