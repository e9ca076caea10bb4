"""Listening with PocketSphinx, whose English model is in its wheel, when no Vosk model is there."""

import math
from typing import Any

from trainer.conversation.blocks import Samples
from trainer.conversation.words import Word, text_of
from trainer.speech.problems import EarsProblem
from trainer.speech.vosk_ears import pcm

__all__ = ["SphinxModel", "SphinxRecogniser"]

FRAME_MS = 10


class SphinxModel:
    """PocketSphinx's own English model.

    A decoder takes 0.4 s to load, so a reply's decoder is used again by the next. It brings along
    the cepstral mean of the voice and microphone so far, which lowers the word error rate from 0.49
    to 0.32 on our synthetic replies; words never cross from one reply to another.

    Raises:
        EarsProblem: The wheel's model is missing.
    """

    name = "pocketsphinx-en-us"
    has_fillers = True

    def __init__(self) -> None:
        self._idle: list[Any] = [_decoder()]

    def recogniser(self) -> "SphinxRecogniser":
        """Return a recogniser for one reply."""
        decoder = self._idle.pop() if self._idle else _decoder()
        return SphinxRecogniser(decoder, self._idle)


class SphinxRecogniser:
    """Hears one reply.

    A word's confidence is its posterior probability in the word lattice, 0..1. Silence and noise
    words are left out, as are the marks of alternative pronunciations; um and uh are kept.
    """

    def __init__(self, decoder: Any, idle: list[Any]) -> None:  # noqa: ANN401 - it has no types
        self._decoder = decoder
        self._idle = idle
        self._final: tuple[Word, ...] | None = None
        self._anything = False
        decoder.start_utt()

    def hear(self, samples: Samples) -> str:
        """Take more sound (16 kHz mono); return the words so far, which may still change."""
        if self._final is not None or len(samples) == 0:
            return text_of(self._final or ())
        self._decoder.process_raw(pcm(samples))
        self._anything = True
        hypothesis = self._decoder.hyp()
        return _plain(hypothesis.hypstr) if hypothesis else ""

    def finish(self) -> tuple[Word, ...]:
        """Return the final words, with times from the first sample that was heard."""
        if self._final is None:
            self._decoder.end_utt()
            self._final = _words(self._decoder) if self._anything else ()
            self._idle.append(self._decoder)
        return self._final


def _decoder() -> Any:  # noqa: ANN401 - it has no types
    from pocketsphinx import Decoder

    try:
        # A pinch of noise with a fixed seed: a digital zero, which no microphone gives, upsets it.
        return Decoder(loglevel="FATAL", dither=True, seed=1)
    except RuntimeError as trouble:
        raise EarsProblem(
            "I can't hear you: PocketSphinx can't load its model. Install Soft Answer again."
        ) from trouble


def _words(decoder: Any) -> tuple[Word, ...]:  # noqa: ANN401 - it has no types
    segments = decoder.seg() or ()
    return tuple(
        Word(
            _plain(segment.word),
            segment.start_frame * FRAME_MS,
            (segment.end_frame + 1) * FRAME_MS,
            _posterior(segment.prob),
        )
        for segment in segments
        if _is_word(segment.word)
    )


def _is_word(word: str) -> bool:
    return not word.startswith(("<", "[", "+"))


def _plain(text: str) -> str:
    return " ".join(word.partition("(")[0] for word in text.split() if _is_word(word))


def _posterior(prob: float) -> float:
    return min(max(prob, 0.0), 1.0) if math.isfinite(prob) else 0.0
