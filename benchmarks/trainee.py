"""The trainee of a machine-made dialogue: speaks when the plan says so, and knows what was said."""

from dataclasses import dataclass, field

from benchmarks.acoustics import Clip, Mouth
from benchmarks.dialogues import Dialogue, Kind, Turn, Utterance
from trainer.conversation.blocks import BLOCK_SAMPLES, SAMPLE_RATE, Block, Millis
from trainer.conversation.lines import RenderedLine

__all__ = ["Heard", "Said", "Trainee", "Truth"]

REACTION = SAMPLE_RATE // 5
"""It takes a person this long to notice that the other has begun to speak."""

PER_MS = SAMPLE_RATE // 1000


@dataclass(slots=True, eq=False)
class Heard:
    """A line as the loudspeaker was given it, in samples; `end` is None while it is played."""

    line: RenderedLine
    start: int
    end: int | None = None


@dataclass(slots=True, eq=False)
class Said:
    """Something that the trainee began to say, in samples.

    Attributes:
        clips: Its breaths; those that were left unsaid are gone.
        planned_end: The sample after its last, had nobody stopped it.
    """

    what: Utterance
    clips: tuple[Clip, ...]
    planned_end: int

    @property
    def start(self) -> int:
        """Its first sample."""
        return self.clips[0].start

    @property
    def end(self) -> int:
        """The sample after the last that was said."""
        return self.clips[-1].end

    def stop(self, sample: int) -> None:
        """Leave unsaid the breaths that begin later than that."""
        self.clips = tuple(clip for clip in self.clips if clip.start <= sample)


@dataclass(slots=True)
class Truth:
    """What really took place."""

    noises: Mouth
    lines: list[Heard] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)


class Trainee:
    """Follows the loudspeaker block by block and speaks into `mouth` what the dialogue says.

    A person who is cut off in a reply falls silent at the next breath; one whose interruption was
    over before the line was, answers when it has ended.

    Attributes:
        truth: What has really taken place so far.
    """

    def __init__(self, dialogue: Dialogue, mouth: Mouth, noises: Mouth) -> None:
        self.truth = Truth(noises)
        self._turns = {turn.line.line.id: turn for turn in dialogue.turns}
        self._mouth = mouth
        self._noises = noises
        self._loaded: RenderedLine | None = None
        self._line: Heard | None = None
        self._turn: Turn | None = None
        self._planned: list[Said] = []
        self._line_ms: Millis | None = None

    def load(self, line: RenderedLine) -> None:
        """Note which line is the next to begin."""
        self._loaded = line

    def after_block(self, block: Block) -> None:
        """Take a block that has been handled; whatever is said now begins after it."""
        began = block.line_ms is not None and (
            self._line_ms is None or block.line_ms < self._line_ms
        )
        if self._line is not None and (began or block.line_ms is None):
            self._line_ended(self._line, block.start_ms * PER_MS)
        if began and self._loaded is not None:
            self._line_began(self._loaded, block.start_ms * PER_MS)
        self._line_ms = block.line_ms
        self._begin_planned(block.end_ms * PER_MS)

    def _line_began(self, line: RenderedLine, start: int) -> None:
        self._unsay()
        self._fall_silent(start + REACTION)
        self._line = Heard(line, start)
        self.truth.lines.append(self._line)
        turn = self._turns.get(line.line.id)
        if turn is None:  # asked whether anybody is there, one says once more what one had to say
            return
        self._turn = turn
        for what in self._turn.over:
            self._plan(what, start + what.at_ms * PER_MS)
        for noise in self._turn.noises:
            self._noises.speak(Clip(start + noise.at_ms * PER_MS, noise.samples, noise.what))

    def _line_ended(self, heard: Heard, now: int) -> None:
        end = min(now, heard.start + len(heard.line.samples))
        heard.end, self._line = end, None
        self._begin_planned(end)
        self._unsay()
        self._noises.drop_after(end)
        if self._turn is not None and not self._answering(end):
            reply = self._turn.reply
            self._plan(reply, max(now + BLOCK_SAMPLES, end + reply.at_ms * PER_MS))

    def _answering(self, end: int) -> bool:
        """Tell whether what was begun over the line goes on, or has just been said."""
        return any(
            said.what.kind is not Kind.BACKCHANNEL and said.end > end for said in self.truth.said
        )

    def _plan(self, what: Utterance, at: int) -> None:
        clips = tuple(self._mouth.speak(Clip(at + to, samples)) for to, samples in what.breaths)
        self._planned.append(Said(what, clips, clips[-1].end))

    def _begin_planned(self, until: int) -> None:
        """Keep as said whatever has begun before that sample."""
        begun = [said for said in self._planned if said.start < until]
        self.truth.said += begun
        self._planned = [said for said in self._planned if said.start >= until]

    def _fall_silent(self, sample: int) -> None:
        for said in self.truth.said:
            said.stop(sample)
        self._mouth.drop_after(sample)

    def _unsay(self) -> None:
        for said in self._planned:
            self._mouth.unsay(said.clips)
        self._planned = []
