"""Goes once more through what was gathered, now that it is known how late the echo is."""

from collections.abc import Iterable

import numpy as np

from trainer.audio.echo_delay import Found
from trainer.audio.echo_filter import LEAD, LinearCanceller, Split
from trainer.audio.echo_fitness import Fitness
from trainer.audio.echo_reference import Reference
from trainer.conversation.blocks import Block

__all__ = ["AT_ONCE", "MOST_LAG", "CatchingUp"]

ROUNDS = (False, False, True, True)
"""Known rooms are first put to a fraction of a sample, then learned from."""

AT_ONCE = 20
"""So many blocks are gone through with each new one, so that none holds up the rehearsal."""

MOST_LAG = 1.0


class CatchingUp:
    """Lets a canceller learn from the gathered blocks, in rounds, until it is level with the line.

    Attributes:
        reference: What was played, as late as it is heard.
    """

    def __init__(
        self, found: Found, gathered: Iterable[Block], canceller: LinearCanceller, fitness: Fitness
    ) -> None:
        """Prepare the first round; `found` holds at the beginning of what was gathered."""
        self._blocks = list(gathered)
        self._gathered = len(self._blocks)
        self._canceller = canceller
        self._fitness = fitness
        self._drift_ppm = found.drift_ppm
        self._behind = found.behind - LEAD
        self._rounds = list(ROUNDS)
        self._begin_round()

    def hear(self, block: Block) -> None:
        """Keep a block that came meanwhile; the last round goes through it too."""
        self._blocks.append(block)

    def go_on(self) -> Split | None:
        """Go through a few more; return what the newest block is made of once that is reached."""
        for _ in range(AT_ONCE):
            split = self._next_split()
            if self._at == self._round_ends and len(self._rounds) > 1:
                self._end_round()
            elif self._at == self._round_ends:
                return split
        return None

    @property
    def _round_ends(self) -> int:
        return self._gathered if len(self._rounds) > 1 else len(self._blocks)

    def _next_split(self) -> Split:
        block, learns = self._blocks[self._at], self._rounds[0]
        self._at += 1
        split = self._canceller.split(self.reference.hear(block.played), block.heard, learns=learns)
        self._lag.add(split.lag, split.lag_weight)
        if learns:
            self._fitness.hear(block.heard, split.residual, split.echo, speaks=False)
        return split

    def _begin_round(self) -> None:
        self.reference = Reference(self._behind, self._drift_ppm)
        self._lag = _Mean()
        self._at = 0

    def _end_round(self) -> None:
        self._rounds.pop(0)
        self._behind += float(np.clip(self._lag.mean, -MOST_LAG, MOST_LAG))
        self._begin_round()


class _Mean:
    """A weighted mean."""

    def __init__(self) -> None:
        self._sum = self._weight = 0.0

    def add(self, value: float, weight: float) -> None:
        self._sum += weight * value
        self._weight += weight

    @property
    def mean(self) -> float:
        return self._sum / self._weight if self._weight else 0.0
