"""Takes the loudspeaker out of the microphone by what it learns of the room: a linear filter."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.conversation.blocks import BLOCK_SAMPLES, Samples

__all__ = ["LEAD", "PARTITIONS", "LinearCanceller", "Split"]

PARTITIONS = 13
"""260 ms: the tail of a living room to about -25 dB, and 10 ms from before the direct sound."""

LEAD = 160
"""How many samples the response begins before the strongest sound that was found."""

STAYS = 0.9995
"""How much of the room's response is still true after a block (the model's transition factor)."""

AUDIBLE = 1e-7
"""Mean square of an echo by which a lag can be told."""

Spectra = NDArray[np.complex64]


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """What a block of microphone is made of.

    Attributes:
        residual: The microphone without the estimated echo, shape (320,).
        echo: The estimated echo, shape (320,).
        lag: By how many samples the echo came later than the filter has it.
        lag_weight: How much the lag is worth; 0 when there is no echo to tell it by.
    """

    residual: Samples
    echo: Samples
    lag: float
    lag_weight: float


class LinearCanceller:
    """A partitioned-block Kalman filter in the frequency domain, 20 ms a partition.

    After Kuech, Mabande and Enzner, "State-space architecture of the partitioned-block-based
    acoustic echo controller", ICASSP 2014: each partition and bin has its own uncertainty, so it
    learns quickly where it knows little, and stands still while somebody speaks over the echo.
    """

    def __init__(self, response: Samples | None = None) -> None:
        """Begin with a known room response, or with none."""
        bins = BLOCK_SAMPLES + 1
        self._inputs: Spectra = np.zeros((PARTITIONS, bins), np.complex64)
        self._filter: Spectra = np.zeros((PARTITIONS, bins), np.complex64)
        self._unsure: Samples = np.full((PARTITIONS, bins), 1.0, np.float32)
        self._noise: Samples = np.full(bins, 1e-3, np.float32)
        self._last: Samples = np.zeros(BLOCK_SAMPLES, np.float32)
        self._padded: Samples = np.zeros(2 * BLOCK_SAMPLES, np.float32)
        if response is not None:
            self._know(response)

    @property
    def response(self) -> Samples:
        """The room's response as it is known now, shape (4160,)."""
        parts = np.fft.irfft(self._filter, axis=1)[:, :BLOCK_SAMPLES]
        return parts.astype(np.float32).reshape(-1)

    def split(self, reference: Samples, heard: Samples, *, learns: bool = True) -> Split:
        """Tell echo from the rest, and learn from it.

        Args:
            reference: What was played as late as it is heard, shape (320,).
            heard: The microphone, shape (320,).
            learns: False to leave the filter as it is.
        """
        self._inputs[1:] = self._inputs[:-1]
        self._inputs[0] = np.fft.rfft(np.concatenate([self._last, reference]))
        self._last = reference
        echo = self._echo()
        residual = heard - echo
        lag, weight = _lag(residual, echo)
        if learns:
            self._learn(residual)
        return Split(residual, echo, lag, weight)

    def forget_a_little(self) -> None:
        """Be less sure, so that the same sound can be learned from once more."""
        self._unsure += 0.05 * _power(self._filter)

    def _echo(self) -> Samples:
        spectrum = np.einsum("pb,pb->b", self._filter, self._inputs)
        return np.fft.irfft(spectrum)[BLOCK_SAMPLES:].astype(np.float32)

    def _learn(self, residual: Samples) -> None:
        self._padded[BLOCK_SAMPLES:] = residual
        error = np.fft.rfft(self._padded).astype(np.complex64)
        power = _power(error)
        self._noise = np.maximum(power, 0.7 * self._noise + 0.3 * power)
        loud = _power(self._inputs)
        doubt = 0.5 * np.einsum("pb,pb->b", self._unsure, loud) + self._noise + 1e-6
        gain = self._unsure / doubt
        step = np.fft.irfft(gain * self._inputs.conj() * error, axis=1)
        step[:, BLOCK_SAMPLES:] = 0
        self._filter += np.fft.rfft(step, axis=1).astype(np.complex64)
        self._unsure *= STAYS**2 * (1 - 0.5 * gain * loud)
        self._unsure += (1 - STAYS**2) * _power(self._filter)

    def _know(self, response: Samples) -> None:
        parts = np.zeros((PARTITIONS, 2 * BLOCK_SAMPLES), np.float32)
        parts[:, :BLOCK_SAMPLES] = response.reshape(PARTITIONS, BLOCK_SAMPLES)
        self._filter = np.fft.rfft(parts, axis=1).astype(np.complex64)
        self._unsure = 0.02 * _power(self._filter) + 1e-5


def _power(spectra: Spectra) -> Samples:
    power: Samples = spectra.real**2 + spectra.imag**2
    return power


def _lag(residual: Samples, echo: Samples) -> tuple[float, float]:
    """Tell the lag by the echo's slope: what comes a little later leaves minus that times it."""
    slope = np.empty_like(echo)
    slope[1:-1] = 0.5 * (echo[2:] - echo[:-2])
    slope[0], slope[-1] = echo[1] - echo[0], echo[-1] - echo[-2]
    if float(echo @ echo) < AUDIBLE * len(echo):
        return 0.0, 0.0
    weight = float(slope @ slope) + 1e-12
    return -float(residual @ slope) / weight, weight
