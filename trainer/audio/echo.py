"""Keeps the customer's own loudspeaker from being taken for the trainee."""

from dataclasses import replace
from enum import Enum

import numpy as np

from trainer.audio.echo_aligning import Aligning
from trainer.audio.echo_calibration import EchoState, calibrated
from trainer.audio.echo_catching_up import MOST_LAG, CatchingUp
from trainer.audio.echo_double_talk import DoubleTalk
from trainer.audio.echo_filter import LEAD, PARTITIONS, LinearCanceller, Split
from trainer.audio.echo_fitness import Fitness
from trainer.audio.echo_post_filter import PostFilter
from trainer.audio.echo_reference import Reference
from trainer.audio.echo_suppressor import LATE, Suppressor
from trainer.conversation.blocks import (
    BLOCK_MS,
    BLOCK_SAMPLES,
    Block,
    Cleaned,
    Millis,
    OverEcho,
    Samples,
)

__all__ = ["EchoGuard", "EchoMode", "EchoState"]

TAIL_MS: Millis = BLOCK_MS * PARTITIONS + 300
USUAL_DELAY_MS = 150.0

LOST_MS: Millis = 2_000
"""After so much playback in which the canceller failed, the echo is looked for again: clocks that
drifted apart, or a device whose buffer has grown."""

HELD_MS: Millis = 10_000

DRIFT_STEP_PPM = 0.02
"""How far a block moves the drift, for each sample by which the echo comes late."""

LAG_SHARE = 0.05
RISE = np.linspace(0, 1, BLOCK_SAMPLES, endpoint=False, dtype=np.float32)


class EchoMode(Enum):
    """By what the trainee is told from the loudspeaker."""

    LEARNING = "learning"
    LINEAR = "linear"
    SUPPRESSED = "suppressed"
    NO_ECHO = "no echo"


class EchoGuard:
    """Cleans block after block of one opening of the line.

    A linear canceller with the played sound as its reference *detects*: what it leaves over is
    the trainee where it is more than the loudspeaker explains. AEC3 *cleans* for the recogniser:
    it removes more of the echo, and more of the trainee. Where the linear canceller fails, the
    gate judges AEC3's output, and while there is an echo, nobody is heard over the customer: what
    AEC3 lets pass is too often the customer. What it gives the ears comes 8 ms late.
    """

    def __init__(self, state: EchoState | None = None) -> None:
        """Begin with what a sound check has found, or with nothing."""
        self._suppressor = Suppressor()
        self._suppression = Fitness()
        self._blend = _Blend()
        self._filter = PostFilter()
        self._since_played_ms: Millis = 10 * TAIL_MS
        self._lag = 0.0
        self._spoken_over = False
        self._begin(state)

    @property
    def mode(self) -> EchoMode:
        """By what the trainee is told from the loudspeaker."""
        if self._reference is None:
            if self._state is not None and not self._state.echoes:
                return EchoMode.NO_ECHO
            given_up = self._lost or self._aligning.hopeless
            return EchoMode.SUPPRESSED if given_up else EchoMode.LEARNING
        if self._fitness.works:
            return EchoMode.LINEAR
        return EchoMode.LEARNING if self._fitness.erle_db is None else EchoMode.SUPPRESSED

    @property
    def erle_db(self) -> float | None:
        """By how much the linear canceller makes the echo less loud, over its last 2 seconds."""
        return self._fitness.erle_db

    @property
    def delay_ms(self) -> float | None:
        """How late the echo comes."""
        return None if self._reference is None else (self._reference.behind + LEAD) / 16

    @property
    def drift_ppm(self) -> float | None:
        """How much faster the microphone's clock runs than the loudspeaker's."""
        return None if self._reference is None else self._reference.drift_ppm

    @property
    def state(self) -> EchoState | None:
        """What the sound check has found, for the next opening."""
        return self._state

    def calibrate(self, played: Samples, heard: Samples) -> EchoState:
        """Learn the room from some seconds of playback with nobody speaking, and keep it.

        Takes about half a second: to be called when nothing is being listened to.
        """
        state = calibrated(played, heard)
        self._begin(state)
        return state

    def clean(self, block: Block) -> Cleaned:
        """Take the loudspeaker out of the next block."""
        self._since_played_ms = 0 if block.plays else self._since_played_ms + BLOCK_MS
        suppressed = self._suppressor.clean(block.played, block.heard)
        ears = self._blend.mix(block.heard, suppressed, cleaned=self._customer_heard)
        echoes = self._is_echoing(suppressed)
        split = self._split(block)
        speaks = self._speaks(block, split)
        self._look_again_where_lost(block)
        heard = replace(block, heard=ears)
        filtered = replace(block, heard=self._filter.clean(split.residual, self._talk.echo_share))
        match self.mode:
            case EchoMode.NO_ECHO:
                return Cleaned(block, heard)
            case EchoMode.SUPPRESSED:
                nothing = OverEcho(nothing=True) if self._customer_heard and echoes else None
                return Cleaned(heard, heard, nothing)
            case EchoMode.LINEAR:
                over_echo = self._over_echo(block, speaks=speaks) if self._customer_heard else None
                return Cleaned(replace(block, heard=split.residual), filtered, over_echo)
            case EchoMode.LEARNING:
                nothing = OverEcho(nothing=True) if self._customer_heard else None
                return Cleaned(replace(block, heard=split.residual), heard, nothing)

    @property
    def _customer_heard(self) -> bool:
        delay_ms = self.delay_ms
        late_ms = USUAL_DELAY_MS if delay_ms is None else delay_ms
        return self._since_played_ms <= TAIL_MS + late_ms

    def _over_echo(self, block: Block, *, speaks: bool) -> OverEcho:
        since_ms = block.end_ms - self._talk.began_ago * BLOCK_MS
        until_ms = block.end_ms - self._talk.heard_ago * BLOCK_MS
        return OverEcho(not speaks, since_ms if speaks else None, until_ms)

    def _begin(self, state: EchoState | None) -> None:
        self._state = state
        self._reference: Reference | None = None
        self._catching_up: CatchingUp | None = None
        self._fitness = Fitness()
        self._lost, self._lost_ms = False, 0
        self._again_ms: Millis = HELD_MS
        if state is None or not state.echoes:
            self._talk, self._canceller = DoubleTalk(), LinearCanceller()
            self._aligning = Aligning()
        else:
            self._talk = DoubleTalk(state.leak, state.room)
            self._canceller = LinearCanceller(state.response)
            self._aligning = Aligning(state.drift_ppm)

    def _split(self, block: Block) -> Split:
        """Let the linear canceller work where it knows the delay, else look for it."""
        if self._reference is not None:
            reference = self._reference.hear(block.played)
            return self._canceller.split(reference, block.heard, learns=not self._spoken_over)
        return self._catch_up(block) or Split(block.heard, np.zeros_like(block.heard), 0.0, 0.0)

    def _catch_up(self, block: Block) -> Split | None:
        """Look for the delay and learn from what was gathered; a little of it in each block."""
        if self._catching_up is not None:
            self._catching_up.hear(block)
        elif found := self._aligning.hear(block):
            self._catching_up = CatchingUp(
                found, self._aligning.gathered, self._canceller, self._fitness
            )
        if self._catching_up is None:
            return None
        split = self._catching_up.go_on()
        if split is not None:
            self._reference, self._catching_up = self._catching_up.reference, None
        return split

    def _speaks(self, block: Block, split: Split) -> bool:
        if self._reference is None and self._customer_heard:
            return False
        speaks = self._talk.hear(split.residual, split.echo)
        self._spoken_over = speaks and self.mode is EchoMode.LINEAR
        self._fitness.hear(block.heard, split.residual, split.echo, speaks=speaks)
        if self._reference is not None and not speaks and split.lag_weight:
            self._lag += LAG_SHARE * (float(np.clip(split.lag, -MOST_LAG, MOST_LAG)) - self._lag)
            self._reference.drift_ppm += DRIFT_STEP_PPM * self._lag
        return speaks

    def _look_again_where_lost(self, block: Block) -> None:
        """Look for the echo anew where it has jumped, or where the canceller fails for long."""
        if self._reference is None:
            return
        if self.mode is EchoMode.LINEAR:
            self._lost, self._lost_ms = False, 0
            self._again_ms += BLOCK_MS
            if self._fitness.astray:
                drifts = self._again_ms < HELD_MS
                self._look_again(None if drifts else self._reference.drift_ppm)
        elif self.mode is EchoMode.SUPPRESSED and block.plays:
            self._lost_ms += BLOCK_MS
            if self._lost_ms >= LOST_MS:
                self._look_again()

    def _look_again(self, drift_ppm: float | None = None) -> None:
        """Take the echo for lost; with a known drift it is found after 0.6 s of playback.

        An echo that is lost again soon did not jump: the drift is another.
        """
        self._reference, self._fitness = None, Fitness()
        self._aligning = Aligning(drift_ppm)
        self._talk.forget_who_speaks()
        self._lost, self._again_ms = True, 0

    def _is_echoing(self, suppressed: Samples) -> bool:
        """Tell whether AEC3 finds anything of the loudspeaker to take out."""
        taken = self._blend.late - suppressed
        self._suppression.hear(self._blend.late, suppressed, taken, speaks=False)
        return self._suppression.erle_db is not None


class _Blend:
    """Goes from the microphone to AEC3's output and back within a block, without a jump.

    Attributes:
        late: The microphone's last block, as late as AEC3 makes it.
    """

    def __init__(self) -> None:
        self.late: Samples = np.zeros(BLOCK_SAMPLES, np.float32)
        self._rest: Samples = np.zeros(LATE, np.float32)
        self._share = 0.0

    def mix(self, heard: Samples, suppressed: Samples, *, cleaned: bool) -> Samples:
        """Return the next block."""
        sound = np.concatenate([self._rest, heard])
        self.late, self._rest = sound[:BLOCK_SAMPLES], sound[BLOCK_SAMPLES:]
        before, self._share = self._share, float(cleaned)
        share = before + (self._share - before) * RISE
        mixed: Samples = self.late * (1 - share) + suppressed * share
        return mixed.astype(np.float32)
