"""How a customer sounds furious against calm, in every voice that there is.

Each voice speaks lines that its delivery was not tuned on, at a pressure of 10 and of 90, across a
counter. Figures are medians over voices and lines; `about` tells the worst voice, each voice's own,
and the same over the telephone, where the tiny Vosk model understands little, calm or furious: it
knows only the full band. Pitch is measured by Praat; a voice that the tiny model hardly understands
is heard by PocketSphinx besides. The seed chooses the lines.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from random import Random
from statistics import median

import numpy as np
import soxr

from benchmarks.figures import Figures, run, say
from trainer.conversation.blocks import SAMPLE_RATE, Samples
from trainer.conversation.lines import Line, Phrase, RenderedLine
from trainer.resources import asset, voices
from trainer.scenario.scenario import Setting
from trainer.speech.ears import Ears, choose_ears
from trainer.speech.melody import range_of
from trainer.speech.render import SpokenVoice
from trainer.speech.sound import active_frames
from trainer.speech.voices import load_voices

__all__ = ["Compared", "measure", "measure_delivery", "words_right"]

CALM, FURIOUS = 10, 90
LINES_A_VOICE = 6
HARDLY_UNDERSTOOD = 0.75
"""Below this share of words right at 10, PocketSphinx is asked besides."""

HELD_OUT = (
    "We drove five hours to be here and the room is still not ready.",
    "I called yesterday and a woman told me that it was all done.",
    "Is there anybody in this building who can give me an answer?",
    "My father needs to lie down and you have left him on a sofa.",
    "I do not want a voucher, I want my money back today.",
    "You said ten minutes, and that was an hour ago.",
    "Three times I have been told that it will be soon.",
    "I have the letter here, and your name is on it.",
    "Nobody has said sorry to me, not one person.",
    "Why should I wait for something that I have paid for?",
    "I would like to speak to somebody who knows what is going on.",
    "This is the second time this month, and I have had enough.",
)


@dataclass(frozen=True, slots=True)
class Compared:
    """One line at 90 against the same line at 10.

    Attributes:
        range_semitones: How much wider its pitch ranges.
        level_db: How much louder it is.
        rate_percent: How much quicker it is spoken.
        peak: The loudest sample at 90.
        right: Words that the tiny Vosk model hears, at 10 and at 90.
        words: How many there are.
    """

    range_semitones: float
    level_db: float
    rate_percent: float
    peak: float
    right: tuple[int, int]
    words: int


def measure_delivery(seed: int) -> Mapping[str, float]:
    """Return the medians over all voices."""
    figures, _ = measure(seed)
    return {name: value for name, value in figures.items() if value is not None}


def measure(seed: int) -> tuple[Figures, Mapping[str, object]]:
    """Let every voice speak lines of the seed, calm and furious."""
    known = load_voices(voices())
    lines = Random(seed).sample(HELD_OUT, LINES_A_VOICE)
    ears = choose_ears(Path(), str(asset("demo/vosk-model-tiny-synthetic-en")))
    with SpokenVoice(known) as voice:
        bench = _Bench(voice, lines, ears)
        compared = {name: bench.compare(name, Setting.IN_PERSON) for name in known}
        telephone = {name: bench.compare(name, Setting.TELEPHONE) for name in known}
        about = {
            "engine": voice.casting(next(iter(known))).engine,
            **_about(compared),
            "telephone": _about_telephone(telephone),
            "pocketsphinx": _second_opinion(bench, compared),
        }
    return _figures(compared), about


def words_right(said: str, heard: Sequence[str]) -> int:
    """Return how many words of a text were heard, in its order."""
    blocks = SequenceMatcher(None, _plain(said), list(heard), autojunk=False)
    return sum(block.size for block in blocks.get_matching_blocks())


@dataclass(frozen=True, slots=True)
class _Bench:
    """What speaks, what is said, and who listens."""

    voice: SpokenVoice
    lines: Sequence[str]
    ears: Ears

    def compare(self, name: str, setting: Setting) -> list[Compared]:
        """Let one customer speak every line, calm and furious."""
        say(f"{name}, {setting} ...")
        return [self._compared(name, text, setting) for text in self.lines]

    def _compared(self, name: str, text: str, setting: Setting) -> Compared:
        placed = self.voice.heard_in(setting)
        calm, furious = (
            placed.render(Line("said", (Phrase(text),), name, pressure))
            for pressure in (CALM, FURIOUS)
        )
        right = [words_right(text, _heard(line, self.ears)) for line in (calm, furious)]
        return Compared(
            range_semitones=_range(furious) - _range(calm),
            level_db=_level_db(furious) - _level_db(calm),
            rate_percent=100 * (_spoken_ms(calm) / _spoken_ms(furious) - 1),
            peak=float(np.abs(furious.samples).max()),
            right=(right[0], right[1]),
            words=len(_plain(text)),
        )


def _figures(compared: Mapping[str, Sequence[Compared]]) -> Figures:
    every = [one for lines in compared.values() for one in lines]
    return {
        "f0_range_semitones": median(one.range_semitones for one in every),
        "level_db": median(one.level_db for one in every),
        "rate_percent": median(one.rate_percent for one in every),
        "recognised_at_90": median(_recognised(lines) for lines in compared.values()),
    }


def _about(compared: Mapping[str, Sequence[Compared]]) -> Mapping[str, object]:
    each = {name: _of_one(lines) for name, lines in compared.items()}
    worst = {
        figure: min(each, key=lambda name: each[name][figure])
        for figure in ("f0_range_semitones", "level_db", "rate_percent", "recognised_at_90")
    }
    return {
        "worst": {figure: [name, each[name][figure]] for figure, name in worst.items()},
        "peak_db": _peak_db(compared),
        "voices": each,
    }


def _about_telephone(compared: Mapping[str, Sequence[Compared]]) -> Mapping[str, object]:
    every = [one for lines in compared.values() for one in lines]
    return {**_figures(compared), **_right(every), "peak_db": _peak_db(compared)}


def _peak_db(compared: Mapping[str, Sequence[Compared]]) -> float:
    peak = max(one.peak for lines in compared.values() for one in lines)
    return round(20 * float(np.log10(peak)), 2)


def _of_one(lines: Sequence[Compared]) -> dict[str, float]:
    return {
        "f0_range_semitones": round(median(one.range_semitones for one in lines), 2),
        "level_db": round(median(one.level_db for one in lines), 2),
        "rate_percent": round(median(one.rate_percent for one in lines), 1),
        "recognised_at_90": round(_recognised(lines), 3),
        **_right(lines),
    }


def _right(lines: Sequence[Compared]) -> dict[str, float]:
    """Return the share of words that were heard right."""
    spoken = sum(one.words for one in lines)
    calm, furious = (sum(one.right[at] for one in lines) for at in (0, 1))
    return {"right_at_10": round(calm / spoken, 3), "right_at_90": round(furious / spoken, 3)}


def _recognised(lines: Sequence[Compared]) -> float:
    return sum(one.right[1] for one in lines) / max(sum(one.right[0] for one in lines), 1)


def _second_opinion(
    bench: _Bench, compared: Mapping[str, Sequence[Compared]]
) -> Mapping[str, Mapping[str, float]]:
    """Return how much PocketSphinx hears of the voices that the tiny model hardly understands."""
    unclear = [
        name for name, of in compared.items() if _of_one(of)["right_at_10"] < HARDLY_UNDERSTOOD
    ]
    if not unclear:
        return {}
    other = replace(bench, ears=choose_ears(Path(), "pocketsphinx"))
    opinion = {name: other.compare(name, Setting.IN_PERSON) for name in unclear}
    return {name: _right(of) for name, of in opinion.items()}


def _range(line: RenderedLine) -> float:
    found = range_of(line.samples, line.rate)
    assert found is not None, line.line.text
    return found


def _level_db(line: RenderedLine) -> float:
    size = line.rate // 100
    frames = line.samples[: len(line.samples) // size * size].reshape(-1, size)
    active = active_frames(line.samples, line.rate)[: len(frames)]
    return float(10 * np.log10(np.mean(np.square(frames[active], dtype=np.float64))))


def _spoken_ms(line: RenderedLine) -> float:
    return float(line.words[-1].end_ms - line.words[0].start_ms)


def _heard(line: RenderedLine, ears: Ears) -> list[str]:
    recogniser = ears.recogniser()
    sound: Samples = soxr.resample(line.samples, line.rate, SAMPLE_RATE).astype(np.float32)
    recogniser.hear(sound)
    return [word.text for word in recogniser.finish()]


def _plain(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower())


if __name__ == "__main__":
    run("delivery", measure)
