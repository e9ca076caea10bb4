"""Which of the computer's voices speaks for a customer, and why."""

from pathlib import Path

import pytest

from trainer.resources import voices
from trainer.speech.casting import Casting, cast, cast_piper
from trainer.speech.problems import VoiceProblem
from trainer.speech.render_process import Driver, EngineVoice, Ready
from trainer.speech.voices import load_voices

VOICES = load_voices(voices())

ESPEAK = (
    EngineVoice("gmw/en", "English (Great Britain)", ("en-gb",), "male"),
    EngineVoice("gmw/en-us", "English (America)", ("en-us",), "male"),
)
MAC = (
    EngineVoice("com.apple.voice.Thomas", "Thomas", ("fr_FR",), "male"),
    EngineVoice("com.apple.voice.Moira", "Moira", ("en_IE",), "female"),
    EngineVoice("com.apple.voice.Alex", "Alex", ("en_US",), "male"),
)


@pytest.mark.parametrize(
    ("voice", "driver", "there", "chosen"),
    [
        ("dana", "espeak-ng", ESPEAK, "gmw/en-us+f3"),
        ("marcus", "espeak-ng", ESPEAK, "gmw/en+m3"),
        ("dana", "espeak-ng", MAC, "com.apple.voice.Moira"),
        ("marcus", "nsss", MAC, "com.apple.voice.Alex"),
        ("dana", "nsss", MAC, "com.apple.voice.Moira"),
        ("dana", "sapi5", MAC[:1], "com.apple.voice.Thomas"),
    ],
)
def test_voice_of_the_systems_engine(
    voice: str, driver: Driver, there: tuple[EngineVoice, ...], chosen: str
) -> None:
    """The first voice of the file that the engine has; else an English one of the same sex."""
    casting = cast(VOICES[voice], Ready(driver, "1", there))

    assert (casting.engine, casting.voice) == (driver, chosen)


@pytest.mark.parametrize(
    ("voice", "there", "why"),
    [
        ("dana", ESPEAK, "en-us+f3 is there"),
        ("moira", ESPEAK, "en-gb-scotland+f1 not there; en-gb+f1 is"),
        ("dana", MAC, "none of en-us+f3, en-us+f2, en-us is there; this one comes nearest"),
    ],
)
def test_choice_is_explained(voice: str, there: tuple[EngineVoice, ...], why: str) -> None:
    """One sentence says which choice it is, and what is missing."""
    assert cast(VOICES[voice], Ready("espeak-ng", "1", there)).why == why


def test_piper_speaks_where_one_of_its_voices_is_installed(tmp_path: Path) -> None:
    """The first that is installed; without any, nobody."""
    second = VOICES["marcus"].engines.piper[1]
    path = tmp_path / f"{second}.onnx"

    assert cast_piper(VOICES["marcus"], {second: path}) == Casting(
        "piper", str(path), f"{second} is installed"
    )
    assert cast_piper(VOICES["marcus"], {}) is None


def test_engine_without_voices() -> None:
    """An engine that has no voice at all can't speak."""
    with pytest.raises(VoiceProblem, match="has no voices"):
        cast(VOICES["dana"], Ready("nsss", "1", ()))
