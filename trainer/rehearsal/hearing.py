"""The ears of a rehearsal: opened at an onset with the sound from just before it."""

from collections import deque
from itertools import count

import numpy as np

from trainer.conversation.blocks import BLOCK_MS, Block, Millis, Samples, silence
from trainer.rehearsal.open_reply import OpenReply
from trainer.rehearsal.workers import EarsWorker

__all__ = ["Hearing"]

PRE_ROLL_MS: Millis = 400
"""The ears are given this much from before the onset, or they miss the first consonant."""

GATE_DELAY_MS: Millis = 1_100
"""The gate is never surer of an onset than this long after it."""

JUDGED_MS: Millis = 1_000
"""What was said over a line is looked at again up to this length."""


class Hearing:
    """Feeds the ears while a reply is open.

    Attributes:
        open: Whether the ears are listening.
        partial: The words so far of what they are listening to.
    """

    def __init__(self, ears: EarsWorker) -> None:
        self.open = False
        self.partial = ""
        self._ears = ears
        self._tickets = count(1)
        self._reply: OpenReply | None = None
        self._heard_until_ms: Millis = 0
        remembered_ms = PRE_ROLL_MS + GATE_DELAY_MS + JUDGED_MS
        self._recent: deque[Block] = deque(maxlen=remembered_ms // BLOCK_MS)

    def hear(self, block: Block) -> None:
        """Take the next block, whether anybody speaks or not."""
        self._recent.append(block)
        if self.open:
            self._feed(block)

    def sound(self, from_ms: Millis, until_ms: Millis) -> Samples:
        """Return what was heard between, as far back as is remembered (2.5 s)."""
        heard = [b.heard for b in self._recent if b.start_ms < until_ms and b.end_ms > from_ms]
        return np.concatenate(heard) if heard else silence(0)

    def begin(self, reply: OpenReply, onset_ms: Millis, *, over_line: bool = False) -> None:
        """Listen to another part of the reply, from a little before its onset.

        What an earlier part has heard is not heard again.
        """
        from_ms = max(onset_ms - PRE_ROLL_MS, self._heard_until_ms)
        recent = [block for block in self._recent if block.end_ms > from_ms]
        ticket = next(self._tickets)
        reply.open_part(ticket, recent[0].start_ms if recent else onset_ms)
        self._reply = reply
        self.open, self.partial = True, ""
        self._ears.open(ticket, over_line=over_line)
        for block in recent:
            self._feed(block)

    def end(self) -> None:
        """Listen no more; the ears answer with the final words."""
        if self.open:
            self.open = False
            self._ears.close()

    def _feed(self, block: Block) -> None:
        self._ears.hear(block.heard)
        if self._reply is not None:
            self._reply.hear(block)
        self._heard_until_ms = block.end_ms
