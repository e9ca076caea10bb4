"""Tells whether what the canceller leaves over is more than the loudspeaker explains."""

import numpy as np

from trainer.conversation.blocks import BLOCK_SAMPLES, Samples

__all__ = ["BANDS", "BAND_EDGES", "DoubleTalk"]

BAND_EDGES = np.unique(np.round(np.geomspace(8, 300, 21)).astype(int))
"""In bins of 25 Hz: 20 bands from 200 Hz to 7.5 kHz, about as wide as the ear's."""

BANDS = len(BAND_EDGES) - 1
WINDOW = np.hanning(2 * BLOCK_SAMPLES).astype(np.float32)

FADES = 0.7
"""What is left over of an echo after 20 ms: the room's tail that the filter is too short for."""

FIRST_LEAK = 0.02
SPILLS = 0.5
"""A loudspeaker that is driven hard makes new tones out of what it plays: some of what leaks in all
the bands is explained in each."""

QUIETEST = 1e-7
FAINT = 0.1
ROOM_QUANTILE = 0.1
ROOM_STEP = 0.05
ABOVE_QUANTILE = 1.6
"""A room's usual level is this many times its quiet tenth (narrow bands of noise)."""

LEAK_STEP = 0.04
HEARABLE = 4.0
"""An echo tells of the leak where it is this many times above the room."""

USUAL_QUANTILE = 0.9
USUAL_STEP = 0.005
FIRST_USUAL = 0.4
MOST_USUAL = 0.8
BEYOND_USUAL = 0.25
"""A block speaks for a person as far as it stands out more than nine in ten echoes, and this."""

OPENS = 3.0
"""So much of that, added up (Page's CUSUM), and somebody speaks: two loud blocks or ten faint."""

PLAIN = 0.3
"""A person who speaks stands out by this much more than is needed; what an echo does is less."""

MOST = 3.5
FALLS = 0.5
"""No more is taken off in a block, so that speech goes on over 7 blocks of a gap in a word."""


class DoubleTalk:
    """Compares residual and estimated echo band by band (Enzner's and Hänsler's leak model).

    The leak, which part of the estimated echo is still in the residual, and the room's noise are
    learned as medians over time, so that speech on top hardly moves them.

    Attributes:
        leak: Which part of the echo's power is left over, each band, shape (20,).
        room: The room's power, each band.
        echo_share: Which part of each band's power is what is left of the echo, 0..1.
        began_ago: How many blocks ago somebody began to speak who speaks now: the point of change.
        heard_ago: How many blocks ago they were last heard.
    """

    def __init__(self, leak: Samples | None = None, room: Samples | None = None) -> None:
        self.leak: Samples = np.full(BANDS, FIRST_LEAK, np.float32) if leak is None else leak.copy()
        self.room: Samples = np.full(BANDS, 1e-4, np.float32) if room is None else room.copy()
        self._room_heard = room is not None
        self._seen = 0
        self._last: Samples = np.zeros((2, BLOCK_SAMPLES), np.float32)
        self._echo: Samples = np.zeros(BANDS, np.float32)
        self._usual = FIRST_USUAL
        self._evidence = 0.0
        self._speaks = False
        self.echo_share: Samples = np.zeros(BANDS, np.float32)
        self.began_ago = self.heard_ago = 0

    def forget_who_speaks(self) -> None:
        """Take it that nobody does: what was heard was not what it seemed."""
        self._evidence, self._speaks = 0.0, False
        self.began_ago = self.heard_ago = 0

    def hear(self, residual: Samples, echo: Samples) -> bool:
        """Take the next block; return whether somebody speaks over the echo."""
        left, echoed = self._powers(residual, echo)
        self._echo = np.maximum(echoed, FADES * self._echo)
        leaked = self.leak * self._echo
        self.echo_share = np.minimum(1, leaked / (left + QUIETEST))
        explained = leaked + SPILLS * leaked.mean() + ABOVE_QUANTILE * self.room + QUIETEST
        standing_out = _standing_out(left / explained)
        self._decide(standing_out)
        self._learn(left, standing_out)
        return self._speaks

    def _powers(self, residual: Samples, echo: Samples) -> Samples:
        blocks = np.stack([residual, echo])
        spectra = np.fft.rfft(WINDOW * np.concatenate([self._last, blocks], axis=1), axis=1)
        self._last = blocks
        power = spectra.real**2 + spectra.imag**2
        bands: Samples = np.add.reduceat(power, BAND_EDGES, axis=1)[:, :-1].astype(np.float32)
        return bands

    def _learn(self, left: Samples, standing_out: float) -> None:
        if (self._echo < FAINT * self.room).all():
            self.room = self.room if self._room_heard else left.copy()
            self._room_heard = True
            self.room *= np.exp(ROOM_STEP * (ROOM_QUANTILE - (left < self.room)))
        elif not self._speaks:
            self._seen += 1
            self._usual += USUAL_STEP * (USUAL_QUANTILE - (standing_out < self._usual))
            hearable = self._echo > HEARABLE * self.room
            step = max(LEAK_STEP, 0.5 / self._seen)
            more = np.sign(left - ABOVE_QUANTILE * self.room - self.leak * self._echo)
            self.leak *= np.exp(step * more * hearable)

    def _decide(self, standing_out: float) -> None:
        more = standing_out - min(self._usual, MOST_USUAL) - BEYOND_USUAL
        self._evidence = min(MOST, max(0.0, self._evidence + max(-FALLS, more)))
        self.began_ago = self.began_ago + 1 if self._evidence else 0
        self.heard_ago = 0 if more > PLAIN else self.heard_ago + 1
        self._speaks = self._evidence > (0 if self._speaks else OPENS)


def _standing_out(excess: Samples) -> float:
    """Return by how much the bands have more power than is explained, in powers of ten.

    The divergence of Itakura and Saito, which is what a band's power says against the explained
    one if both are noise: a vowel that fills four bands counts as much as a hiss in all of them.
    """
    more = np.maximum(1, excess)
    return float(np.log10(1 + np.mean(more - 1 - np.log(more))))
