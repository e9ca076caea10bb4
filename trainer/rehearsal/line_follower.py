"""Where the loudspeaker is in the customer's line, read off the blocks."""

from trainer.conversation.blocks import Block, Millis
from trainer.conversation.lines import RenderedLine
from trainer.conversation.timeline import LineSpoken
from trainer.conversation.turns import LineEnded, LineStarted, LineStopped
from trainer.conversation.words import Span, text_of

__all__ = ["LineFollower"]


class LineFollower:
    """Tells from each block's `line_ms` when a line starts, ends or has been stopped.

    Attributes:
        line: The line that is about to be played or is being played; None between lines.
        span: From the line's start to where it would end if nobody stopped it.
        hushed: It has been told to stop.
    """

    def __init__(self) -> None:
        self.line: RenderedLine | None = None
        self.span = Span(0, 0)
        self.hushed = False
        self._began = False

    def expect(self, line: RenderedLine) -> None:
        """Note that the audio line has been given this line to play."""
        self.line, self.hushed, self._began = line, False, False

    @property
    def playing(self) -> bool:
        """Whether a line can be heard now."""
        return self._began and self.line is not None

    def follow(self, block: Block) -> LineStarted | LineEnded | LineStopped | None:
        """Take the next block; return what has become of the line."""
        if self.line is None:
            return None
        if not self._began and block.line_ms is not None:
            start_ms = block.start_ms - block.line_ms
            self._began = True
            self.span = Span(start_ms, start_ms + self.line.length_ms)
            return LineStarted(start_ms)
        if self._began and block.line_ms is None:
            end_ms = min(block.start_ms, self.span.end_ms)
            return LineStopped(end_ms) if self.hushed else LineEnded(end_ms)
        return None

    def finish(self, end_ms: Millis, situation: str) -> LineSpoken:
        """Return the line as it was heard until `end_ms`, and forget it."""
        if self.line is None:
            raise RuntimeError("no line has been played")
        spoken = self.line
        words = spoken.words_from(self.span.start_ms)
        heard = tuple(word for word in words if word.start_ms < end_ms)
        self.line = None
        return LineSpoken(
            start_ms=self.span.start_ms,
            end_ms=end_ms,
            line_id=spoken.line.id,
            words=heard,
            text=text_of(heard),
            pressure=spoken.line.pressure,
            unheard=len(words) - len(heard),
            situation=situation,
        )
