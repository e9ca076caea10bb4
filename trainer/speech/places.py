"""Where a voice is heard: across a counter or over the telephone; word times stay as they are."""

import numpy as np
from numpy.typing import NDArray

from trainer.conversation.blocks import Samples
from trainer.scenario.scenario import Setting

__all__ = ["heard_in"]

Response = NDArray[np.float64]

ROOM_SEED = 1719
REFLECTIONS = 12
FIRST_REFLECTION_MS, LAST_REFLECTION_MS = 6.0, 75.0
REFLECTED_DB = -18.0
"""All reflections together, against the direct sound: a small room with furniture in it."""

DECAY_DB_A_MS = 0.25

BAND_HZ = (300.0, 3400.0)
FILTER_MS = 25
MU = 255.0
"""G.711 as in North America: eight bits, finer for what is quiet."""

CODES = 127


def heard_in(setting: Setting | None, samples: Samples, rate: int) -> Samples:
    """Return the sound as it is heard there, as long as before; None is nowhere at all."""
    if setting is None or not len(samples):
        return samples
    if setting is Setting.TELEPHONE:
        return _over_the_telephone(samples, rate)
    return _across_the_counter(samples, rate)


def _across_the_counter(samples: Samples, rate: int) -> Samples:
    return _convolved(samples, _room(rate))


def _over_the_telephone(samples: Samples, rate: int) -> Samples:
    """Band-limit, compand to eight bits and back, and band-limit what that adds."""
    band = _band(rate)
    limited = _convolved(samples, band, delay=len(band) // 2)
    return _convolved(_companded(limited), band, delay=len(band) // 2)


def _room(rate: int) -> Response:
    """Return the direct sound and its early reflections, the same in every rehearsal."""
    rng = np.random.default_rng(ROOM_SEED)
    at_ms = rng.uniform(FIRST_REFLECTION_MS, LAST_REFLECTION_MS, REFLECTIONS)
    gains = rng.choice([-1.0, 1.0], REFLECTIONS) * 10 ** (-DECAY_DB_A_MS * at_ms / 20)
    gains *= 10 ** (REFLECTED_DB / 20) / np.sqrt(np.sum(gains**2))
    response = np.zeros(round(LAST_REFLECTION_MS * rate / 1000) + 1)
    response[0] = 1.0
    np.add.at(response, np.round(at_ms * rate / 1000).astype(np.int64), gains)
    return response


def _band(rate: int) -> Response:
    """Return a linear-phase band-pass: a windowed sinc."""
    half = rate * FILTER_MS // 2000
    at = np.arange(-half, half + 1)
    low, high = (min(edge, 0.48 * rate) * 2 / rate for edge in BAND_HZ)
    band: Response = (high * np.sinc(high * at) - low * np.sinc(low * at)) * np.hamming(len(at))
    return band


def _companded(samples: Samples) -> Samples:
    peak = float(np.abs(samples).max())
    if peak <= 0:
        return samples
    size = np.log1p(MU * np.abs(samples) / peak) / np.log1p(MU)
    expanded = peak * np.expm1(np.round(size * CODES) / CODES * np.log1p(MU)) / MU
    return np.asarray(np.sign(samples) * expanded, dtype=np.float32)


def _convolved(samples: Samples, response: Response, delay: int = 0) -> Samples:
    size = 1 << (len(samples) + len(response) - 1).bit_length()
    spectrum = np.fft.rfft(samples, size) * np.fft.rfft(response, size)
    sound = np.fft.irfft(spectrum, size)
    return np.asarray(sound[delay : delay + len(samples)], dtype=np.float32)
