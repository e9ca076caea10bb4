import json
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command_line import call
from trainer.conversation.blocks import Samples


def test_voices_are_listed() -> None:
    """For people, and as JSON."""
    document = call("voices", "list", "--json").document
    dana = next(one for one in document if one["id"] == "dana")

    assert {"dana", "marcus"} <= {one["id"] for one in document}
    assert (dana["engine"], dana["why"]) == ("espeak-ng", "en-us+f3 is there")
    assert dana["engines"]["espeak-ng"][0] == "en-us+f3"
    assert "gmw/en-us+f3 (en-us+f3 is there)" in call("voices", "list").out


def test_voices_are_listed_without_an_engine(no_voice: None) -> None:
    """The list still comes, and says what is missing."""
    del no_voice
    dana = call("voices", "list", "--json").document[0]

    assert (dana["engine"], dana["engine_voice"]) == (None, None)
    assert "espeak-ng" in dana["why"]


def test_a_voice_for_piper_is_imported_and_removed(tmp_path: Path, home: Path) -> None:
    """It goes into the person's own folder; an unknown one to install lists those there are."""
    model = tmp_path / "en_US-joe-medium.onnx"
    model.write_bytes(b"\x08\x07")
    settings = {"audio": {"sample_rate": 22050}, "phoneme_id_map": {"a": [1]}}
    model.with_name(f"{model.name}.json").write_text(json.dumps(settings), "utf-8")
    imported = call("voices", "import", model, "--json").document

    assert Path(imported["path"]) == home / "models" / "piper" / model.name
    assert call("voices", "remove", "en_US-joe-medium").code == 0
    assert call("voices", "remove", "en_US-joe-medium").code == 1
    assert "en_GB-alan-medium" in call("voices", "install", "nobody").complaint


def test_a_voice_speaks_into_a_file(tmp_path: Path) -> None:
    """The JSON gives its length and its words with their times."""
    path = tmp_path / "said.wav"
    words = ("voices", "say", "dana", "Good morning to you.", "--pressure", 80, "--out", path)
    document = call(*words, "--json").document

    with wave.open(str(path)) as file:
        length_ms = file.getnframes() * 1000 / file.getframerate()
    assert document["length_ms"] == pytest.approx(length_ms, abs=1)
    assert [word for word, _, _ in document["words"]] == ["Good", "morning", "to", "you."]
    assert document["voice"] == "dana"


def test_a_voice_speaks_aloud(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a file it is played, and the call returns when it has been heard."""
    played: list[int] = []

    class Aloud:
        """A player that is done at once."""

        def __init__(self, *_: object) -> None:
            """Take whatever a player takes."""

        def play(self, samples: Samples, _rate: int, finished: Callable[[bool], None]) -> None:
            """Count the samples."""
            played.append(len(samples))
            finished(True)  # noqa: FBT003 - as the real one

    monkeypatch.setattr("trainer.app.aloud.Player", Aloud)

    assert call("voices", "say", "dana", "Hello.").code == 0
    assert played[0] > 1_000


def test_a_voice_that_can_not_speak_is_one_line(tmp_path: Path) -> None:
    """An unknown voice, a folder that is not there, a pressure out of bounds."""
    unknown = call("voices", "say", "nobody", "Hello.", "--out", tmp_path / "a.wav")
    nowhere = call("voices", "say", "dana", "Hello.", "--out", tmp_path / "none" / "a.wav")
    furious = call("voices", "say", "dana", "Hello.", "--pressure", 101)

    assert unknown.complaint.startswith('There is no voice "nobody". Choose one of: ')
    assert "can't be written. Choose another place." in nowhere.complaint
    assert (unknown.code, nowhere.code, furious.code) == (1, 1, 2)
    assert furious.err.endswith('argument --pressure: "101" is no number from 0 to 100\n')


def test_no_speech_engine_is_one_line(no_voice: None, tmp_path: Path) -> None:
    """Without espeak-ng there is nothing to say it with; the mend is named."""
    del no_voice
    said = call("voices", "say", "dana", "Hello.", "--out", tmp_path / "a.wav", "--json")

    assert (said.code, said.out) == (1, "")
    assert "espeak-ng" in said.complaint
