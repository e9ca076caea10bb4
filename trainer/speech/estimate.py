"""How long words take to say, without any engine: typed replies and rehearsals without sound."""

import re
from collections.abc import Mapping, Sequence

from trainer.conversation.blocks import SAMPLE_RATE, Millis, silence
from trainer.conversation.lines import Line, Phrase, RenderedLine
from trainer.conversation.syllables import count_syllables
from trainer.conversation.words import Word
from trainer.speech.problems import VoiceProblem
from trainer.speech.voices import VoiceFile

__all__ = ["TYPED_WORDS_PER_MINUTE", "EstimatedVoice", "estimate_words"]

TYPED_WORDS_PER_MINUTE = 140.0
"""A typed reply counts as spoken at this pace, the middle of the rubric's band."""

SYLLABLES_A_WORD = 1.45
"""Of spoken English: 160 words a minute are then 3.9 syllables a second."""

COMMA_MS: Millis = 150
STOP_MS: Millis = 300

_STOPS = (".", "!", "?", "…", "—")
_COMMAS = (",", ";", ":", "\N{EN DASH}")
_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_NOT_HEARD = re.compile(r"[^\w'\-]+|(?<!\w)['\-]+|['\-]+(?!\w)|_")


def estimate_words(text: str, start_ms: Millis, words_per_minute: float) -> tuple[Word, ...]:
    """Return a typed text as a recogniser would give it, spoken evenly at the given speed.

    The words are lower case and without punctuation; together they last exactly as long as that
    many words take at `words_per_minute`, shared out by syllables.
    """
    plain = (_NOT_HEARD.sub(" ", text.replace(_APOSTROPHE, "'"))).lower().split()
    weights = [max(count_syllables(word), 1) for word in plain]
    length_ms = len(plain) * 60_000 / words_per_minute
    return _share(plain, weights, start_ms, length_ms)


class EstimatedVoice:
    """A `Voice` that needs no engine: silence as long as the line would take, with word times."""

    def __init__(self, voices: Mapping[str, VoiceFile]) -> None:
        self._voices = voices

    def render(self, line: Line) -> RenderedLine:
        """Return the line as silence of the length it would have.

        Raises:
            VoiceProblem: There is no such voice.
        """
        if line.voice not in self._voices:
            raise VoiceProblem(unknown_voice(line.voice, self._voices))
        rate_wpm = self._voices[line.voice].delivery_at(line.pressure).rate_wpm
        words: list[Word] = []
        at_ms: Millis = 0
        for phrase in line.phrases:
            words += _phrase_words(phrase, at_ms, rate_wpm)
            at_ms = (words[-1].end_ms if words else at_ms) + phrase.pause_ms
        samples = silence(at_ms * SAMPLE_RATE // 1000)
        return RenderedLine(line, samples, SAMPLE_RATE, tuple(words))


def unknown_voice(voice: str, voices: Mapping[str, VoiceFile]) -> str:
    """Say that there is no such voice, and which there are."""
    return f'There is no voice "{voice}". Choose one of: {", ".join(sorted(voices))}.'


def _phrase_words(phrase: Phrase, start_ms: Millis, rate_wpm: int) -> list[Word]:
    syllable_ms = 60_000 / (rate_wpm * SYLLABLES_A_WORD)
    words: list[Word] = []
    at_ms = float(start_ms)
    for token in phrase.text.split():
        spoken_ms = max(count_syllables(token) * syllable_ms, 1.0)
        words.append(Word(token, round(at_ms), max(round(at_ms + spoken_ms), round(at_ms) + 1)))
        at_ms += spoken_ms + _pause_after(token)
    return words


def _pause_after(token: str) -> Millis:
    bare = token.rstrip(f"\"'”{_APOSTROPHE})")
    if bare.endswith(_STOPS):
        return STOP_MS
    return COMMA_MS if bare.endswith(_COMMAS) else 0


def _share(
    texts: Sequence[str], weights: Sequence[int], start_ms: Millis, length_ms: float
) -> tuple[Word, ...]:
    total = sum(weights)
    words: list[Word] = []
    spent = 0
    for text, weight in zip(texts, weights, strict=True):
        begin = start_ms + round(length_ms * spent / total)
        spent += weight
        words.append(Word(text, begin, start_ms + round(length_ms * spent / total)))
    return tuple(words)
