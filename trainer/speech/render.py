"""The customer's voice: each line rendered by an engine to sound with word times."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from trainer.conversation.blocks import Millis, Samples, silence
from trainer.conversation.lines import Line, Phrase, RenderedLine
from trainer.conversation.syllables import count_syllables
from trainer.conversation.words import Word, shifted
from trainer.scenario.scenario import Setting
from trainer.speech.alignment import align
from trainer.speech.cache import CachedSound, LineCache, cache_key
from trainer.speech.casting import Casting, cast, cast_piper
from trainer.speech.dynamics import attacked, leaned_on, with_pauses
from trainer.speech.engine import EngineProcess
from trainer.speech.estimate import unknown_voice
from trainer.speech.melody import Melody
from trainer.speech.piper_process import piper_process
from trainer.speech.places import heard_in
from trainer.speech.problems import VoiceProblem
from trainer.speech.render_process import Job, Mark
from trainer.speech.sound import BadSoundError, active_frames, levelled, read_sound, trimmed
from trainer.speech.stress import spoken_at, stressed_words
from trainer.speech.voices import Delivery, VoiceFile

__all__ = ["PlacedVoice", "SpokenVoice"]

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
        piper: Where Piper's installed voices are, by name; empty where Piper is not there.
    """

    def __init__(
        self,
        voices: Mapping[str, VoiceFile],
        cache: LineCache | None = None,
        engine: EngineProcess | None = None,
        piper: Mapping[str, Path] | None = None,
    ) -> None:
        self._voices = voices
        self._cache = cache or LineCache()
        self._engine = engine or EngineProcess()
        self._piper_voices = dict(piper or {})
        self._piper = piper_process(self._piper_voices)

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
        """Let the speaking processes go; may be called twice."""
        self._engine.stop()
        self._piper.stop()

    def warm_up(self) -> None:
        """Start the engine ahead of the first line.

        Raises:
            VoiceProblem: There is no engine.
        """
        self._engine.start()

    def heard_in(self, setting: Setting) -> "PlacedVoice":
        """Return this voice as it is heard across a counter or over the telephone."""
        return PlacedVoice(self, setting)

    def casting(self, voice: str) -> Casting:
        """Say which engine's voice speaks for a customer, and why.

        Raises:
            VoiceProblem: There is no such customer, or no engine.
        """
        if voice not in self._voices:
            raise VoiceProblem(unknown_voice(voice, self._voices))
        by_piper = cast_piper(self._voices[voice], self._piper_voices)
        return by_piper or cast(self._voices[voice], self._engine.start())

    def render(self, line: Line, setting: Setting | None = None) -> RenderedLine:
        """Turn a line into sound.

        Args:
            line: What is said.
            setting: Where it is heard; None is nowhere, without room or telephone.

        Raises:
            VoiceProblem: The engine is missing, hangs or fails; the message says what to do.
        """
        casting = self.casting(line.voice)
        if casting.engine != "piper":
            return self._rendered(line, setting, casting, self._engine)
        try:
            return self._rendered(line, setting, casting, self._piper)
        except VoiceProblem:  # this voice is done with; the next one takes over
            del self._piper_voices[Path(casting.voice).stem]
        return self.render(line, setting)

    def _rendered(
        self, line: Line, setting: Setting | None, casting: Casting, engine: EngineProcess
    ) -> RenderedLine:
        ready = engine.start()
        delivery = self._voices[line.voice].delivery_at(line.pressure)
        phrases = [[phrase.text, phrase.pause_ms] for phrase in line.phrases]
        manner = (casting.voice, delivery.model_dump(), setting)
        key = cache_key(phrases, ready.driver, ready.version, *manner)
        sound = self._cache.get(key)
        if sound is None:
            speaker = _Speaker(engine, casting.voice, delivery)
            sound = speaker.line(line, setting)
            self._cache.put(key, sound, lasting=not speaker.plain)
        return RenderedLine(line, sound.samples, sound.rate, sound.words)


class PlacedVoice:
    """A `Voice` that is heard somewhere."""

    def __init__(self, voice: SpokenVoice, setting: Setting) -> None:
        self._voice = voice
        self._setting = setting

    def render(self, line: Line) -> RenderedLine:
        """Turn a line into sound.

        Raises:
            VoiceProblem: The engine is missing, hangs or fails; the message says what to do.
        """
        return self._voice.render(line, self._setting)


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """A phrase as sound; the rate is 0 when there is none."""

    samples: Samples
    rate: int
    words: tuple[Word, ...]


class _Speaker:
    """Speaks a line's phrases in one voice and one delivery.

    Attributes:
        plain: A phrase has the engine's own melody, because another could not be given to it.
    """

    def __init__(self, engine: EngineProcess, voice: str, delivery: Delivery) -> None:
        self.plain = False
        self._engine = engine
        self._voice = voice
        self._delivery = delivery

    def line(self, line: Line, setting: Setting | None) -> CachedSound:
        """Speak a whole line, as it is heard there."""
        dry = _joined(line, [self._phrase(phrase) for phrase in line.phrases])
        placed = heard_in(setting, dry.samples, dry.rate)
        return replace(dry, samples=levelled(placed, dry.rate, self._delivery.level_db))

    def _phrase(self, phrase: Phrase) -> _Part:
        text = phrase.text.translate(_READ_ALOUD)
        if not any(char.isalnum() for char in text):
            return _unspoken(phrase.text)
        stressed = stressed_words(phrase.text) if self._delivery.stress else ()
        melody = Melody(self._delivery.range_semitones, self._delivery.stress, stressed)
        samples, rate, marks = self._sound(text, melody)
        speech, cut_ms = trimmed(samples, rate)
        speech, moved = with_pauses(speech, rate, self._delivery.pause_percent)
        marks = tuple(Mark(m.position, moved(max(m.at_ms - cut_ms, 0))) for m in marks)
        words = align(phrase.text, marks, active_frames(speech, rate))
        spans = spoken_at(phrase.text, words, stressed)
        speech = leaned_on(speech, rate, spans, self._delivery.stress)
        return _Part(attacked(speech, rate, self._delivery.attack_db), rate, words)

    def _sound(self, text: str, melody: Melody) -> tuple[Samples, int, tuple[Mark, ...]]:
        """Let the engine speak, once more in a new process if the sound is not whole."""
        try:
            return self._sound_once(text, melody)
        except BadSoundError:
            self._engine.stop()
        try:
            return self._sound_once(text, melody)
        except BadSoundError as bad:
            raise VoiceProblem(
                f'The customer can\'t speak: of "{text[:60]}" {bad}. '
                "Free some disk space or choose another voice."
            ) from bad

    def _sound_once(self, text: str, melody: Melody) -> tuple[Samples, int, tuple[Mark, ...]]:
        suffix = ".aiff" if self._engine.start().driver == "nsss" else ".wav"
        with _scratch_folder() as folder:
            path = Path(folder) / f"phrase{suffix}"
            spoken = self._engine.speak(self._job(text, melody, path))
            samples, rate = read_sound(path)
        _check_length(text, round(len(samples) * 1000 / rate))
        self.plain = self.plain or spoken.plain
        return samples, rate, spoken.marks

    def _job(self, text: str, melody: Melody, path: Path) -> Job:
        said = self._delivery
        how = (said.rate_wpm, said.pitch, said.pitch_range)
        return Job(text, self._voice, *how, str(path), melody)


def _joined(line: Line, parts: Sequence[_Part]) -> CachedSound:
    """Put the phrases and their pauses one after the other."""
    rate = max((part.rate for part in parts), default=0) or 16_000
    sound: list[Samples] = []
    words: list[Word] = []
    length = 0
    for phrase, part in zip(line.phrases, parts, strict=True):
        words += shifted(part.words, round(length * 1000 / rate))
        unspoken_ms = 0 if len(part.samples) else len(part.words)
        pause = silence((phrase.pause_ms + unspoken_ms) * rate // 1000)
        sound += [part.samples, pause]
        length += len(part.samples) + len(pause)
    return CachedSound(np.concatenate([silence(0), *sound]), rate, tuple(words))


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


def _unspoken(text: str) -> _Part:
    """Return a phrase of marks alone: no sound, each token a millisecond."""
    words = tuple(Word(token, place, place + 1) for place, token in enumerate(text.split()))
    return _Part(silence(0), 0, words)
