"""How a face gets from one moment to the next: eased moods, a mouth that talks, blinks, glances."""

from __future__ import annotations

import math
from dataclasses import replace
from random import Random

from trainer.desktop.widgets.face.features import Features, blend
from trainer.desktop.widgets.face.moods import features_at
from trainer.desktop.widgets.face.speaking import Speaking

__all__ = ["Motion"]

EASE_MS = 300
BLINK_MS, SHUT_MS = 160, 60
BLINKS_EVERY_MS = (3000, 6000)
IGNORED_MS = 4000  # nobody speaks for so long: they look away
GLANCES_MS = (2500, 5000)
ATTACK_MS, RELEASE_MS = 35, 120
HEARD_FOR_MS = 250  # a level that nothing follows is that of a line which has ended
STATIC_FOR_MS = 500  # a pause between words does not shut a mouth that does not move
SILENT_DB, LOUD_DB = -46.0, -14.0
TALKS = 0.12
STATIC_OPEN = 0.6
SYLLABLES_HZ, WIDTHS_HZ = 4.6, 1.7  # people speak about 4 to 5 syllables a second
EXACT = 3  # decimals that can be seen


class Motion:
    """What moves, in steps of time that are handed in.

    Args:
        pressure: What the face shows at first, 0 to 100.
        seed: Decides when it blinks and where it glances.
    """

    def __init__(self, pressure: int, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - blinks are no secret
        self._from = self._to = features_at(pressure)
        self._eased_ms = float(EASE_MS)
        self._still = False
        self._speaking = Speaking.NOBODY
        self._clock_ms = self._silent_ms = self._unheard_ms = 0.0
        self._level = self._voice = 0.0
        self._gaze, self._gaze_to = 0.0, 0.0
        self._glance_at_ms = float(IGNORED_MS)
        self._blink_at_ms = self._random.uniform(*BLINKS_EVERY_MS)

    @property
    def talks(self) -> bool:
        """Whether the mouth is shown as talking."""
        return self._voice > TALKS

    def feel(self, pressure: int) -> None:
        """Go over to what a pressure looks like."""
        self._from, self._to = self._mood(), features_at(pressure)
        self._eased_ms = 0.0

    def hear(self, level_db: float) -> None:
        """Take the loudness of what they say now, dBFS."""
        share = min(max((level_db - SILENT_DB) / (LOUD_DB - SILENT_DB), 0.0), 1.0)
        self._level = share**0.8
        self._unheard_ms = 0.0

    def attend(self, speaking: Speaking) -> None:
        """Look at whoever matters: at you while somebody speaks."""
        self._speaking = speaking
        self._silent_ms, self._glance_at_ms = 0.0, float(IGNORED_MS)
        self._gaze_to = 0.0

    def be_still(self, *, still: bool) -> None:
        """Do without easing, blinks and glances: hold the pose, so that a pause makes no jump."""
        self._still = still

    def step(self, ms: float) -> Features:
        """Let time pass, and return how the face is held then."""
        self._clock_ms += ms
        self._eased_ms = min(self._eased_ms + ms, EASE_MS)
        self._open_mouth(ms)
        if self._still:
            return self._held_still()
        self._glance(ms)
        return _rounded(self._alive())

    def _mood(self) -> Features:
        share = 1.0 if self._still else self._eased_ms / EASE_MS
        return blend(self._from, self._to, share * share * (3 - 2 * share))

    def _open_mouth(self, ms: float) -> None:
        self._unheard_ms += ms
        lasts = STATIC_FOR_MS if self._still else HEARD_FOR_MS
        aim = self._level if self._unheard_ms <= lasts else 0.0
        if self._still:
            self._voice = max(aim, self._voice if self._unheard_ms <= lasts else 0.0)
            return
        pace = ATTACK_MS if aim > self._voice else RELEASE_MS
        self._voice += (aim - self._voice) * (1 - math.exp(-ms / pace))

    def _glance(self, ms: float) -> None:
        if self._speaking is Speaking.NOBODY:
            self._silent_ms += ms
        if self._silent_ms >= self._glance_at_ms:
            away = self._random.choice((-1.0, 1.0)) * self._random.uniform(0.6, 0.9)
            self._gaze_to = away if self._gaze_to == 0 else 0.0
            self._glance_at_ms = self._silent_ms + self._random.uniform(*GLANCES_MS)
        self._gaze += (self._gaze_to - self._gaze) * (1 - math.exp(-ms / (EASE_MS / 3)))

    def _lids(self) -> float:
        """Return how far the lids are open for blinking: 1 between blinks."""
        since = self._clock_ms - self._blink_at_ms
        if since < 0:
            return 1.0
        if since >= BLINK_MS:
            self._blink_at_ms = self._clock_ms + self._random.uniform(*BLINKS_EVERY_MS) - BLINK_MS
            return 1.0
        if since < SHUT_MS:
            return 1 - since / SHUT_MS
        return (since - SHUT_MS) / (BLINK_MS - SHUT_MS)

    def _alive(self) -> Features:
        mood, seconds = self._mood(), self._clock_ms / 1000
        syllable = 0.68 + 0.32 * math.sin(2 * math.pi * SYLLABLES_HZ * seconds)
        width = 0.35 * math.sin(2 * math.pi * WIDTHS_HZ * seconds) * self._voice
        return replace(
            _talking(mood, self._voice, self._voice * syllable, width),
            lids=mood.lids * self._lids(),
            **self._looking(mood),
        )

    def _held_still(self) -> Features:
        mood = _rounded(replace(self._to, **self._looking(self._to)))
        return _talking(mood, 1.0, STATIC_OPEN, 0.0) if self.talks else mood

    def _looking(self, mood: Features) -> dict[str, float]:
        turn = mood.turn + 0.35 * self._gaze
        return {"gaze_x": self._gaze, "gaze_y": 0.25 * abs(self._gaze), "turn": turn}


def _talking(mood: Features, voice: float, opened: float, width: float) -> Features:
    reach = 0.5 + 0.3 * mood.teeth  # who is calm does not shout
    return replace(
        mood,
        mouth_open=mood.mouth_open + (1 - mood.mouth_open) * reach * opened,
        mouth_width=mood.mouth_width + width,
        press=mood.press * (1 - voice),
        corner=mood.corner * (1 - 0.35 * voice),
        brow_height=mood.brow_height + 0.12 * voice,
    )


def _rounded(features: Features) -> Features:
    """Return the features without what is too little to be seen, so that rest is rest."""
    return Features(*(round(getattr(features, name), EXACT) for name in Features.__slots__))
