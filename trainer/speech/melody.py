"""The melody of a voice: its range widened or narrowed by overlap-add, its length unchanged.

Anger is above all a wider range of pitch, and no engine gives enough of it: espeak-ng's own setting
adds four to five semitones, SAPI5, NSSpeech and Piper have none at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainer.conversation.blocks import Samples
from trainer.conversation.words import Span
from trainer.speech.stress import Letters

__all__ = ["Melody", "range_of", "semitones_between", "with_melody"]

Contour = NDArray[np.float64]
"""Pitch in Hz at each step of the analysis, 0 where there is none."""

LOWEST_HZ, HIGHEST_HZ = 60.0, 600.0
LEAST_STRETCH, MOST_STRETCH = 0.5, 3.0
"""Beyond these the overlap-add is heard as such."""

MOST_UP_SEMITONES, MOST_DOWN_SEMITONES = 20.0, 9.0
"""Where the stretched melody levels off: a voice breaks upwards, hardly downwards."""

PIVOT_PERCENT = 25
"""What stays where it is: the peaks of an angry voice rise more than its floor sinks."""

FEWEST_VOICED = 8
RAMP_S = 0.03


@dataclass(frozen=True, slots=True)
class Melody:
    """How the melody of a phrase should be.

    Attributes:
        range_semitones: From the 10th to the 90th percentile of its pitch.
        stress_semitones: How far stressed words stand out.
        stressed: Which letters of the phrase are stressed.
    """

    range_semitones: float
    stress_semitones: float = 0.0
    stressed: tuple[Letters, ...] = ()


def with_melody(samples: Samples, rate: int, melody: Melody, stressed: Sequence[Span]) -> Samples:
    """Return the sound with that range of pitch and as long as before.

    A sound with next to no pitch comes back as it is.

    Args:
        samples: Mono, shape (n,), float32 in -1..1.
        rate: Samples a second.
        melody: The range wanted, and how far stressed words stand out.
        stressed: When the stressed words are spoken.
    """
    import parselmouth
    from parselmouth.praat import call

    sound = parselmouth.Sound(samples.astype(np.float64), rate)
    pitch = _pitch(sound)
    contour: Contour = pitch.selected_array["frequency"]
    if np.count_nonzero(contour) < FEWEST_VOICED:
        return samples
    times: Contour = pitch.xs()
    wanted = _stretched(contour, melody.range_semitones)
    wanted *= 2 ** (melody.stress_semitones * _stress(times, stressed) / 12)
    tier = call("Create PitchTier", "melody", 0, sound.duration)
    for at in np.flatnonzero(contour):
        call(tier, "Add point", float(times[at]), float(np.clip(wanted[at], LOWEST_HZ, HIGHEST_HZ)))
    manipulation = call([sound, pitch], "To Manipulation")
    call([tier, manipulation], "Replace pitch tier")
    spoken = call(manipulation, "Get resynthesis (overlap-add)").values[0]
    return np.asarray(spoken / max(1.0, float(np.abs(spoken).max())), dtype=np.float32)


def range_of(samples: Samples, rate: int) -> float | None:
    """Return the range of pitch in semitones, from its 10th to its 90th percentile.

    None when next to nothing has a pitch.
    """
    import parselmouth

    contour = _pitch(parselmouth.Sound(samples.astype(np.float64), rate)).selected_array
    voiced = contour["frequency"][contour["frequency"] > 0]
    return semitones_between(voiced) if len(voiced) >= FEWEST_VOICED else None


def semitones_between(voiced: Contour) -> float:
    """Return how far the 10th and the 90th percentile of some pitches lie apart."""
    low, high = np.percentile(voiced, [10, 90])
    return float(12 * np.log2(high / low))


def _pitch(sound: Any) -> Any:  # noqa: ANN401 - parselmouth has no types
    """Return Praat's pitch, looked for only near this voice's own: that avoids octave errors.

    Method: the two passes of De Looze & Hirst (2008), with room for excitement above.
    """
    first = sound.to_pitch_ac(pitch_floor=LOWEST_HZ, pitch_ceiling=HIGHEST_HZ)
    voiced = first.selected_array["frequency"]
    voiced = voiced[voiced > 0]
    if len(voiced) < FEWEST_VOICED:
        return first
    low, high = np.percentile(voiced, [25, 75])
    floor, ceiling = max(0.7 * low, LOWEST_HZ), min(2.5 * high, HIGHEST_HZ)
    return sound.to_pitch_ac(time_step=0.01, pitch_floor=floor, pitch_ceiling=ceiling)


def _stretched(contour: Contour, range_semitones: float) -> Contour:
    voiced = contour[contour > 0]
    stretch = range_semitones / max(semitones_between(voiced), 0.1)
    pivot = float(np.percentile(voiced, PIVOT_PERCENT))
    away = 12 * np.log2(np.where(contour > 0, contour, pivot) / pivot)
    away *= np.clip(stretch, LEAST_STRETCH, MOST_STRETCH)
    most = np.where(away > 0, MOST_UP_SEMITONES, MOST_DOWN_SEMITONES)
    stretched: Contour = pivot * 2 ** (most * np.tanh(away / most) / 12)
    return stretched


def _stress(times: Contour, stressed: Sequence[Span]) -> Contour:
    """Return 1 inside stressed words and 0 outside, with ramps."""
    shares = np.zeros_like(times)
    for span in stressed:
        start_s, end_s = span.start_ms / 1000, span.end_ms / 1000
        inside = np.minimum(times - start_s, end_s - times) / RAMP_S + 0.5
        shares = np.maximum(shares, np.clip(inside, 0, 1))
    return shares
