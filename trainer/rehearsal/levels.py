"""How loud both sides are, ten times a second, for whoever watches."""

from trainer.audio.level import rms_db
from trainer.conversation.blocks import Block
from trainer.rehearsal.events import LevelMeasured

__all__ = ["Levels"]

BLOCKS = 5
"""Five blocks are 100 ms."""


class Levels:
    """Gathers blocks and measures each 100 ms."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []

    def hear(self, block: Block) -> LevelMeasured | None:
        """Take the next block; return a measurement when one is complete."""
        self._blocks.append(block)
        if len(self._blocks) < BLOCKS:
            return None
        heard = max(rms_db(one.heard) for one in self._blocks)
        played = max(rms_db(one.played) for one in self._blocks)
        self._blocks.clear()
        return LevelMeasured(block.end_ms, heard, played)
