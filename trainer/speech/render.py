"""The customer's voice: each line rendered by pyttsx3 to sound with word times."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from trainer.conversation.blocks import Millis, Samples, silence
from trainer.conversation.lines import Line, Phrase, RenderedLine
from trainer.conversation.syllables import count_syllables
from trainer.conversation.words import Word, shifted
from trainer.speech.alignment import align
from trainer.speech.cache import CachedSound, LineCache, cache_key
from trainer.speech.engine import EngineProcess
from trainer.speech.estimate import unknown_voice
from trainer.speech.problems import VoiceProblem
from trainer.speech.render_process import Job, Mark, Ready
from trainer.speech.sound import BadSoundError, active_frames, levelled, read_sound, trimmed
from trainer.speech.voices import Delivery, VoiceFile

__all__ = ["SpokenVoice", "engine_voice"]

_READ_ALOUD = str.maketrans(dict.fromkeys('*_#~<>[]{}|\\^`"', " "))
"""Marks that an engine would read out, or take for markup; one for one, to keep positions."""

_MS_A_SYLLABLE = 2000
"""No syllable lasts this long; a file that does is not the line."""


class SpokenVoice:
    """A `Voice` that speaks through this computer's engine; used by one thread.

    Args:
        voices: The customers' voices by id.
        cache: Where rendered lines are kept.
        engine: The speaking process; started with the first line.
    """

    def __init__(
        self,
        voices: Mapping[str, VoiceFile],
        cache: LineCache | None = None,
        engine: EngineProcess | None = None,
    ) -> None:
        self._voices = voices
        self._cache = cache or LineCache()
        self._engine = engine or EngineProcess()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        trouble: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the speaking process go; may be called twice."""
        self._engine.stop()

    def warm_up(self) -> None:
        """Start the engine ahead of the first line.

        Raises:
            VoiceProblem: There is no engine.
        """
        self._engine.start()

    def render(self, line: Line) -> RenderedLine:
        """Turn a line into sound.

        Raises:
            VoiceProblem: The engine is missing, hangs or fails; the message says what to do.
        """
        if line.voice not in self._voices:
            raise VoiceProblem(unknown_voice(line.voice, self._voices))
        voice = self._voices[line.voice]
        ready = self._engine.start()
        name, delivery = engine_voice(voice, ready), voice.delivery_at(line.pressure)
        phrases = [[phrase.text, phrase.pause_ms] for phrase in line.phrases]
        key = cache_key(phrases, ready.driver, ready.version, name, delivery.model_dump())
        sound = self._cache.get(key)
        if sound is None:
            sound = self._spoken(line, name, delivery)
            self._cache.put(key, sound)
        return RenderedLine(line, sound.samples, sound.rate, sound.words)

    def _spoken(self, line: Line, voice: str, delivery: Delivery) -> CachedSound:
        parts = [self._phrase(phrase, voice, delivery) for phrase in line.phrases]
        rate = max((rate for _, rate, _ in parts), default=0) or 16_000
        sound: list[Samples] = []
        words: list[Word] = []
        length = 0
        for phrase, (samples, _, said) in zip(line.phrases, parts, strict=True):
            words += shifted(said, round(length * 1000 / rate))
            unspoken_ms = 0 if len(samples) else len(said)
            pause = silence((phrase.pause_ms + unspoken_ms) * rate // 1000)
            sound += [samples, pause]
            length += len(samples) + len(pause)
        joined = np.concatenate([silence(0), *sound])
        return CachedSound(levelled(joined, rate, delivery.level_db), rate, tuple(words))

    def _phrase(
        self, phrase: Phrase, voice: str, delivery: Delivery
    ) -> tuple[Samples, int, tuple[Word, ...]]:
        text = phrase.text.translate(_READ_ALOUD)
        if not any(char.isalnum() for char in text):
            return _unspoken(phrase.text)
        samples, rate, marks = self._sound(text, voice, delivery)
        speech, cut_ms = trimmed(samples, rate)
        moved = [Mark(mark.position, max(mark.at_ms - cut_ms, 0)) for mark in marks]
        return speech, rate, align(phrase.text, moved, active_frames(speech, rate))

    def _sound(
        self, text: str, voice: str, delivery: Delivery
    ) -> tuple[Samples, int, tuple[Mark, ...]]:
        """Let the engine speak, once more in a new process if the sound is not whole."""
        try:
            return self._sound_once(text, voice, delivery)
        except BadSoundError:
            self._engine.stop()
        try:
            return self._sound_once(text, voice, delivery)
        except BadSoundError as bad:
            raise VoiceProblem(
                f'The customer can\'t speak: of "{text[:60]}" {bad}. '
                "Free some disk space or choose another voice."
            ) from bad

    def _sound_once(
        self, text: str, voice: str, delivery: Delivery
    ) -> tuple[Samples, int, tuple[Mark, ...]]:
        suffix = ".aiff" if self._engine.start().driver == "nsss" else ".wav"
        with _scratch_folder() as folder:
            path = Path(folder) / f"phrase{suffix}"
            spoken = self._engine.speak(_job(text, voice, delivery, path))
            samples, rate = read_sound(path)
        _check_length(text, round(len(samples) * 1000 / rate))
        return samples, rate, spoken.marks


def engine_voice(voice: VoiceFile, ready: Ready) -> str:
    """Return the engine's name of the best voice it has for this customer.

    Raises:
        VoiceProblem: The engine has no voices at all.
    """
    if ready.driver == "espeak-ng":
        return _espeak_voice(voice, ready)
    wanted = voice.engines.sapi5 if ready.driver == "sapi5" else voice.engines.nsss
    for name in wanted:
        for candidate in ready.voices:
            if name.lower() in f"{candidate.id} {candidate.name}".lower():
                return candidate.id
    return _nearest_voice(voice, ready)


def _espeak_voice(voice: VoiceFile, ready: Ready) -> str:
    """Return such as ``gmw/en+m3`` for ``en-gb+m3``: espeak-ng knows voices by their files."""
    files = {candidate.id.lower().rpartition("/")[2]: candidate.id for candidate in ready.voices}
    for candidate in reversed(ready.voices):
        files |= {language.lower(): candidate.id for language in candidate.languages}
    for name in voice.engines.espeak_ng:
        base, plus, variant = name.partition("+")
        if base.lower() in files:
            return f"{files[base.lower()]}{plus}{variant}"
    return _nearest_voice(voice, ready)


def _nearest_voice(voice: VoiceFile, ready: Ready) -> str:
    def distance(place: int) -> tuple[bool, bool, int]:
        candidate = ready.voices[place]
        english = any(language.lower().startswith("en") for language in candidate.languages)
        return (not english, candidate.sex != voice.sex, place)

    if not ready.voices:
        raise VoiceProblem(
            f"The customer can't speak: {ready.driver} has no voices. "
            "Add one in the system's speech settings."
        )
    return ready.voices[min(range(len(ready.voices)), key=distance)].id


def _job(text: str, voice: str, delivery: Delivery, path: Path) -> Job:
    return Job(text, voice, delivery.rate_wpm, delivery.pitch, delivery.pitch_range, str(path))


def _scratch_folder() -> tempfile.TemporaryDirectory[str]:
    try:
        return tempfile.TemporaryDirectory(prefix="soft-answer-", ignore_cleanup_errors=True)
    except OSError as trouble:
        raise VoiceProblem(
            f"The customer can't speak: nothing can be written to {tempfile.gettempdir()} "
            f"({trouble.strerror}). Free some disk space and try again."
        ) from trouble


def _check_length(text: str, length_ms: Millis) -> None:
    syllables = sum(count_syllables(word) for word in text.split())
    if not 30 <= length_ms <= 2000 + syllables * _MS_A_SYLLABLE:
        raise BadSoundError(f"the sound lasts {length_ms} ms")


def _unspoken(text: str) -> tuple[Samples, int, tuple[Word, ...]]:
    """Return a phrase of marks alone: no sound, each token a millisecond."""
    words = tuple(Word(token, place, place + 1) for place, token in enumerate(text.split()))
    return silence(0), 0, words
