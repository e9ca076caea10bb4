"""The command line, word by word; speech is heard by the tiny model for synthetic speech."""

import json
import os
import subprocess
import sys
import wave
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import soundfile

from tests.support.command_line import CHECKOUT, CONVERSATIONS, TINY, Said, call, call_apart, given
from tests.support.rehearsals import finished
from tests.support.sound_system import HEADSET, FakeSystem
from tests.support.speech import no_engine
from trainer import __version__
from trainer.__main__ import _sound_files
from trainer.conversation.blocks import Samples
from trainer.desktop.backstage import ProgramServices
from trainer.desktop.window import close_windows
from trainer.records.database import Records
from trainer.rehearsal.library import Library
from trainer.speech.engine import EngineProcess

TRUTH: dict[str, Any] = json.loads((CONVERSATIONS / "call.json").read_text())
REHEARSE_KEYS = ["scenario", "outcome", "timeline", "moods", "scorecard"]
RATE_KEYS = [
    "duration_ms",
    "recogniser",
    "transcript",
    "pacing",
    "overlaps",
    "techniques",
    "scorecard",
    "not_rated",
]
CALM_TEXT = """\
I am so sorry. I can hear how upsetting this is for you.

You have every right to be angry. So somebody signed for it on Monday. Is that right?
What would help you most today?
I can give you another clarinet from the stockroom today. Does that work for you?
"""
RUDE_TEXT = "Calm down.\nYou should have stayed at home.\nThat is our policy.\nCalm down, madam.\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep everything in a folder of the test's own."""
    folder = tmp_path / "soft-answer"
    monkeypatch.setenv("SOFT_ANSWER_HOME", str(folder))
    return folder


@pytest.fixture(scope="module", autouse=True)
def library() -> Iterator[None]:
    """Read the bundled files once for all of these calls."""
    kept = Library()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("trainer.app.Library", lambda _own: kept)
        yield


@pytest.fixture
def no_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every sound device away."""
    monkeypatch.setattr("trainer.app.SoundSystem", FakeSystem)


@pytest.fixture
def no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the system's speech engine away."""
    without = partial(EngineProcess, no_engine)
    monkeypatch.setattr("trainer.speech.render.EngineProcess", without)
    monkeypatch.setattr("trainer.speech.engine.EngineProcess", without)


def replies(folder: Path, text: str) -> Path:
    """Return a file with the replies."""
    path = folder / "replies.txt"
    path.write_text(text, encoding="utf-8")
    return path


# Rehearsing


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Said:
    """Rehearse with the calm replies, in a process of its own."""
    return rehearsed_apart("calm", tmp_path_factory.mktemp("calm"))


def rehearsed_apart(replies: str, home: Path) -> Said:
    """Rehearse the lost parcel with recorded replies."""
    recorded = CONVERSATIONS / replies
    words = ("rehearse", "lost-parcel", "--replies", recorded, "--ears", TINY, "--json")
    return call_apart(*words, home=home)


def test_spoken_replies_give_a_timeline_with_the_words_that_were_said(calm: Said) -> None:
    """Only JSON goes to stdout; the recogniser that listens is named on stderr."""
    said = [one["text"] for one in calm.document["timeline"] if one["kind"] == "reply"]

    assert calm.code == 0
    assert list(calm.document) == REHEARSE_KEYS
    assert said[0] == "i am so sorry i can hear how upsetting this is for you"
    assert "you have every right to be angry" in said[1]
    assert said[2] == "what would help you most today"
    assert "does that work for you" in said[3]
    assert calm.complaint.startswith("Listening with Vosk (vosk-model-tiny-synthetic-en)")


def test_the_same_replies_give_the_same_bytes(calm: Said, home: Path) -> None:
    """A rehearsal has no chance in it."""
    assert rehearsed_apart("calm", home).out == calm.out


def test_calm_replies_end_better_than_rude_ones(calm: Said) -> None:
    """Lower pressure, a higher mark, a better end."""
    recorded = CONVERSATIONS / "rude"
    rude = call(
        *("rehearse", "lost-parcel", "--replies", *sorted(recorded.iterdir())),
        *("--ears", TINY, "--json"),
    ).document

    assert calm.document["moods"][-1]["pressure"] < 66 < rude["moods"][-1]["pressure"]
    assert calm.document["scorecard"]["overall"] > rude["scorecard"]["overall"]
    assert calm.document["outcome"]["good"]
    assert not rude["outcome"]["good"]


def test_written_replies_are_taken_line_by_line(tmp_path: Path) -> None:
    """Two runs are the same, calm ends better than rude, empty lines are passed over."""
    words = ("rehearse", "lost-parcel", "--json", "--text-replies")
    calm, again = (call(*words, replies(tmp_path, CALM_TEXT)) for _ in range(2))
    with given(RUDE_TEXT.encode()):
        rude = call(*words, "-")

    assert calm.out == again.out
    assert calm.err == ""
    said = [one["text"] for one in calm.document["timeline"] if one["kind"] == "reply"]
    assert said[0] == "i am so sorry i can hear how upsetting this is for you"
    assert len(said) == 4
    assert calm.document["moods"][-1]["pressure"] < rude.document["moods"][-1]["pressure"]
    assert calm.document["scorecard"]["overall"] > rude.document["scorecard"]["overall"]


def test_a_rehearsal_is_told_in_plain_text_and_reported(tmp_path: Path) -> None:
    """Without ``--json`` people read it; the report lies where it was asked for."""
    report = tmp_path / "report.html"
    said = call(
        *("rehearse", "lost-parcel", "--text-replies", replies(tmp_path, CALM_TEXT)),
        *("--report", report),
    )

    assert "Ellen Marsh: " in said.out
    assert "Outcome: satisfied" in said.out
    assert "Overall: " in said.out
    assert str(report) in said.complaint
    assert "Ellen Marsh" in report.read_text("utf-8")


def test_another_seed_is_another_customer(tmp_path: Path) -> None:
    """The same words in other wordings."""
    path = replies(tmp_path, CALM_TEXT)
    words = ("rehearse", "lost-parcel", "--text-replies", path, "--json", "--seed")

    assert call(*words, 1).document["timeline"] != call(*words, 2).document["timeline"]


def test_a_folder_of_replies_is_read_as_people_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """2 comes before 10, and what is no sound is passed over."""
    for name in ("10.wav", "2 then.WAV", "1-first.flac", "Thumbs.db", ".hidden.wav"):
        (tmp_path / name).touch()
    heard: list[str] = []

    def remember(_self: object, _scenario: object, paths: list[Path], *_: object) -> None:
        heard.extend(path.name for path in paths)
        raise FileNotFoundError

    monkeypatch.setattr("trainer.app.Program.rehearse_recordings", remember)
    with pytest.raises(FileNotFoundError):
        call("rehearse", "lost-parcel", "--replies", tmp_path, "--ears", "pocketsphinx")

    assert heard == ["1-first.flac", "2 then.WAV", "10.wav"]


def test_a_folder_without_replies_is_named(tmp_path: Path) -> None:
    """One line says what belongs there."""
    said = call("rehearse", "lost-parcel", "--replies", tmp_path)

    assert said.code == 1
    assert said.complaint.startswith(f"{tmp_path} holds no sound file. Put the replies there")


def test_a_missing_microphone_is_one_line(no_devices: None) -> None:
    """Rehearsing aloud needs devices; nothing is printed as if it had taken place."""
    del no_devices
    said = call("rehearse", "lost-parcel", "--ears", TINY, "--json")

    assert said.code == 1
    assert said.out == ""
    ears, complaint = said.err.splitlines()
    assert ears.startswith("Listening with Vosk")
    assert "microphone" in complaint or "loudspeaker" in complaint


def test_a_missing_voice_is_said_once_and_the_rehearsal_goes_on(no_voice: None) -> None:
    """Without an engine the customer is silent, but their lines last as long as they would."""
    del no_voice
    recorded = CONVERSATIONS / "calm" / "1.flac"
    words = ("rehearse", "lost-parcel", "--replies", recorded, "--ears", TINY, "--json")
    said = call(*words)

    assert said.code == 0
    assert [one["kind"] for one in said.document["timeline"]].count("reply") == 1
    _, complaint = said.err.splitlines()
    assert "espeak-ng" in complaint


# Rating


@pytest.fixture(scope="module")
def rated() -> Said:
    """Rate the call whose truth is known."""
    return call("rate", CONVERSATIONS / "call.flac", "--ears", TINY, "--json")


def test_a_recorded_call_is_rated_with_the_keys_of_the_design(rated: Said) -> None:
    """Other programs read them."""
    document = rated.document

    assert rated.code == 0
    assert list(document) == RATE_KEYS
    assert list(document["transcript"][0]) == ["speaker", "start_ms", "end_ms", "text", "words"]
    assert list(document["transcript"][0]["words"][0]) == [
        "text",
        "start_ms",
        "end_ms",
        "confidence",
    ]
    assert list(document["pacing"]) == [
        "words_per_minute",
        "articulation_rate",
        "pause_ratio",
        "longest_pause_ms",
        "fillers_per_100_words",
        "reply_gap_ms_median",
    ]
    assert list(document["overlaps"][0]) == ["start_ms", "end_ms", "kind"]
    assert {"overall", "marks", "advice", "not_rated"} <= set(document["scorecard"])
    assert document["scorecard"]["marks"]["outcome"] is None
    assert document["not_rated"]["outcome"]


def test_the_pace_of_a_recorded_call_is_near_the_truth(rated: Said) -> None:
    """Within five per cent of the words a minute known from the synthesis."""
    measured = rated.document["pacing"]["words_per_minute"]

    assert measured == pytest.approx(TRUTH["words_per_minute"], rel=0.05)
    assert rated.document["duration_ms"] == pytest.approx(TRUTH["duration_ms"], abs=20)


def test_every_overlap_of_a_recorded_call_is_found_and_no_other(rated: Said) -> None:
    """A backchannel, an interruption, an early start: each with its kind and time."""
    made = [turn for turn in TRUTH["turns"] if turn["overlap"]]
    found = rated.document["overlaps"]

    assert [one["kind"] for one in found] == [turn["overlap"] for turn in made]
    assert {turn["overlap"] for turn in made} == {"backchannel", "interruption", "end_overlap"}
    for one, turn in zip(found, made, strict=True):
        assert one["start_ms"] == pytest.approx(turn["start_ms"], abs=80)


def test_the_words_of_both_sides_stand_in_the_transcript(rated: Said) -> None:
    """Each turn has its speaker; the backchannel is no turn."""
    heard = [(one["speaker"], one["text"]) for one in rated.document["transcript"]]

    assert heard[1] == ("trainee", "i am so sorry about that please tell me what happened")
    assert [speaker for speaker, _ in heard] == [
        turn["speaker"] for turn in TRUTH["turns"] if turn["overlap"] != "backchannel"
    ]
    assert heard[-1] == ("customer", "okay thank you for your help")


def test_the_trainee_may_be_on_the_left(tmp_path: Path) -> None:
    """The sides are changed, so the customer's words are the trainee's."""
    samples, rate = soundfile.read(CONVERSATIONS / "call.flac", frames=16_000 * 55 // 10)
    soundfile.write(tmp_path / "call.wav", samples, rate)
    said = call(
        *("rate", tmp_path / "call.wav", "--trainee-channel", "left", "--ears", TINY, "--json")
    )

    (turn,) = said.document["transcript"]
    assert turn["speaker"] == "trainee"
    assert turn["text"].startswith("your website says")


def test_a_trainee_alone_is_rated_without_interruptions() -> None:
    """On a mono recording nobody is spoken over, and that is said."""
    said = call(
        *("rate", CONVERSATIONS / "calm" / "2.flac", "--trainee-channel", "mono"),
        *("--ears", TINY, "--scenario", "lost-parcel"),
    )

    assert said.code == 0
    assert "You: you have every right to be angry" in said.out
    assert "The customer is not on this recording." in said.out


def test_a_transcript_is_rated_without_a_recording(tmp_path: Path) -> None:
    """No recogniser runs; pace and overlaps come from the words' times."""
    path = tmp_path / "call.jsonl"
    path.write_text("\n".join(map(json.dumps, transcript())) + "\n", "utf-8")
    said = call("rate", "--transcript", path, "--json")

    assert said.err == ""
    assert list(said.document) == RATE_KEYS
    assert said.document["recogniser"] == ""
    assert said.document["pacing"]["words_per_minute"] == 150
    assert [one["kind"] for one in said.document["overlaps"]] == ["interruption"]


def transcript() -> list[dict[str, Any]]:
    """Return a line that is cut and the reply that cuts it, each word of 400 ms."""
    line = "i waited at home the whole day and nobody came"
    reply = "i am so sorry but i need your order number to help you now"
    return [turn("customer", 0, line), turn("trainee", 2_000, reply)]


def turn(speaker: str, start_ms: int, text: str) -> dict[str, Any]:
    """Return a turn of a transcript."""
    words = [
        {"text": word, "start_ms": at, "end_ms": at + 400, "confidence": 1.0}
        for at, word in enumerate(text.split())
    ]
    for place, word in enumerate(words):
        word |= {"start_ms": start_ms + 400 * place, "end_ms": start_ms + 400 * place + 400}
    return {
        "speaker": speaker,
        "start_ms": start_ms,
        "end_ms": words[-1]["end_ms"],
        "words": words,
    }


def test_a_mistake_in_a_transcript_is_one_line(tmp_path: Path) -> None:
    """File, line and mend."""
    path = tmp_path / "call.jsonl"
    path.write_text(json.dumps(transcript()[0]) + '\n{"speaker": "me"}\n', "utf-8")
    said = call("rate", "--transcript", path)

    assert said.code == 1
    assert said.complaint.startswith(f"{path}, line 2: ")


def test_rating_nothing_is_a_wrong_call() -> None:
    """Either a recording or a transcript is needed."""
    said = call("rate", "--json")

    assert (said.code, said.out) == (2, "")
    assert said.complaint == "Name a recording, or a transcript with --transcript."


def test_a_truncated_wav_is_one_line(tmp_path: Path) -> None:
    """The file is named, with how much of it is there."""
    path = tmp_path / "call.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((2, 2, 16_000, 0, "NONE", ""))
        file.writeframes(bytes(64_000))
    path.write_bytes(path.read_bytes()[:20_000])

    for said in (
        call("rate", path, "--ears", TINY, "--json"),
        call("rehearse", "lost-parcel", "--replies", path, "--ears", TINY, "--json"),
    ):
        assert (said.code, said.out) == (1, "")
        complaint = said.err.splitlines()[-1]
        assert complaint.startswith(f"{path} is cut off: only 0.3 s of its 1.0 s could be read.")


def test_a_missing_model_is_one_line() -> None:
    """It says how to get it."""
    for said in (
        call("rate", CONVERSATIONS / "call.flac", "--ears", "no-such-model", "--json"),
        call("rehearse", "lost-parcel", "--ears", "no-such-model", "--json"),
    ):
        assert (said.code, said.out) == (1, "")
        assert "./run models install no-such-model" in said.complaint


# Techniques


def test_techniques_are_heard_line_by_line(tmp_path: Path) -> None:
    """One JSON object a reply, from a file and from stdin alike."""
    text = "i am so sorry\n\nthe train leaves at nine\n"
    path = tmp_path / "replies.txt"
    path.write_text("\ufeff" + text, "utf-8")
    said = call("techniques", path, "--json")
    with given(text.encode()):
        piped = call("techniques", "--json")

    first, empty, last = map(json.loads, said.out.splitlines())
    assert said.err == ""
    assert piped.out == said.out
    assert list(first) == ["text", "techniques"]
    assert first["text"] == "i am so sorry"
    assert [one["id"] for one in first["techniques"]] == ["apologise"]
    assert list(first["techniques"][0]) == ["id", "start", "end", "quote", "strength"]
    assert 0 < first["techniques"][0]["strength"] <= 1
    assert empty == {"text": "", "techniques": []}
    assert last["techniques"] == []


def test_techniques_are_told_in_plain_text() -> None:
    """Name, words and strength; or that there is none."""
    with given("Calm down.\nAm Bahnhof, über Köln.".encode()):
        said = call("techniques", "-")

    assert said.out.splitlines()[0] == "Calm down."
    assert said.out.splitlines()[1].startswith('    dismiss ("')
    assert said.out.splitlines()[2:] == ["Am Bahnhof, über Köln.", "    no technique"]


def test_what_is_no_text_is_one_line(tmp_path: Path) -> None:
    """A missing file, and sound in place of words."""
    path = tmp_path / "sound.wav"
    path.write_bytes(b"\xff\xfe\x00\x80")
    with given(b"\xff\xfe\x00\x80"):
        piped = call("techniques")

    for said in (call("techniques", path), call("techniques", tmp_path / "none.txt"), piped):
        assert (said.code, said.out) == (1, "")
        assert "it can't be read as UTF-8 text" in said.complaint


# Scenarios


def test_scenarios_go_from_room_to_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one exports another imports, lists and removes."""
    monkeypatch.setattr("trainer.app.Library", Library)
    path = tmp_path / "pack.zip"
    mine = tmp_path / "mine.yaml"
    call("scenarios", "new", mine)

    assert call("scenarios", "export", path, mine, "--json").document["exported"] == [str(mine)]
    assert call("scenarios", "import", path, "--json").document == {"imported": ["wrong-cake"]}
    assert "wrong-cake" in call("scenarios", "list").out
    listed = {one["id"]: one for one in call("scenarios", "list", "--json").document}
    assert (listed["wrong-cake"]["imported"], listed["lost-parcel"]["imported"]) == (True, False)
    assert listed["wrong-cake"]["decides"] == ["acknowledge", "let_vent", "offer_solution"]
    again = call("scenarios", "import", path)
    assert again.code == 1
    assert again.complaint.endswith("first: ./run scenarios remove wrong-cake")
    assert call("scenarios", "remove", "wrong-cake", "--json").document == {"removed": "wrong-cake"}
    assert "wrong-cake" not in call("scenarios", "list").out


def test_scenarios_are_listed() -> None:
    """For people, and as JSON."""
    document = call("scenarios", "list", "--json").document

    assert {"lost-parcel", "cold-food"} <= {one["id"] for one in document}
    assert "Lost parcel (The parcel counter of a music shop, in person)" in (
        call("scenarios", "list").out
    )


def test_a_scenario_with_a_mistake_is_one_line(tmp_path: Path) -> None:
    """File, line and mend; and it can't be rehearsed."""
    path = tmp_path / "mine.yaml"
    text = (CHECKOUT / "scenarios" / "lost-parcel.yaml").read_text("utf-8")
    path.write_text(text.replace("difficulty: easy", "difficulty: esay"), "utf-8")
    line = text[: text.index("difficulty:")].count("\n") + 1

    for said in (
        call("scenarios", "check", path, "--json"),
        call("scenarios", "check", path),
        call("rehearse", path, "--text-replies", replies(tmp_path, "hello")),
    ):
        assert said.code == 1
        assert said.complaint.startswith(f"{path}:{line}: ")
        assert 'did you mean "easy"?' in said.complaint
    (checked,) = call("scenarios", "check", path, "--json").document
    assert (checked["file"], len(checked["mistakes"]), checked["remarks"]) == (str(path), 1, [])


def test_an_unknown_scenario_is_one_line() -> None:
    """It names those that there are."""
    said = call("rehearse", "lost-parsel", "--json")

    assert (said.code, said.out) == (1, "")
    assert said.complaint.startswith('There is no scenario "lost-parsel". Choose one of: cold-food')


def test_remarks_are_no_mistakes(tmp_path: Path) -> None:
    """What could be better is said, and the scenario can be rehearsed."""
    path = tmp_path / "mine.yaml"
    text = (CHECKOUT / "scenarios" / "lost-parcel.yaml").read_text("utf-8")
    path.write_text(text.replace("voice: dana", "voice: nobody"), "utf-8")
    said = call("scenarios", "check", path)

    assert said.code == 0
    assert f'{path}: voice: there is no voice "nobody"' in said.out
    assert said.out.endswith(f"{path}: can be rehearsed, 1 remarks\n")


def test_a_new_scenario_has_no_mistakes_and_can_be_rehearsed(tmp_path: Path) -> None:
    """What ``new`` writes passes the check without a remark, and explains itself."""
    path = tmp_path / "mine.yaml"
    said = call("scenarios", "new", path, "--json")

    assert said.document == {"file": str(path)}
    (checked,) = call("scenarios", "check", path, "--json").document
    assert (checked["mistakes"], checked["remarks"]) == ([], [])
    text = path.read_text("utf-8")
    assert text.startswith("# A whole small scenario to start from")
    played = call("rehearse", path, "--text-replies", replies(tmp_path, CALM_TEXT), "--json")
    assert played.code == 0
    assert played.document["scenario"] == "wrong-cake"


def test_a_new_scenario_overwrites_nothing(tmp_path: Path) -> None:
    """Somebody's work may lie there; a folder that is not there is said too."""
    path = tmp_path / "mine.yaml"
    path.write_text("mine", "utf-8")

    assert call("scenarios", "new", path).complaint == (
        f"{path} is there already. Name another file."
    )
    assert path.read_text("utf-8") == "mine"
    assert call("scenarios", "new", tmp_path / "none" / "a.yaml").code == 1


# Voices


def test_voices_are_listed() -> None:
    """For people, and as JSON."""
    document = call("voices", "list", "--json").document

    assert {"dana", "marcus"} <= {one["id"] for one in document}
    assert "dana" in call("voices", "list").out


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

    monkeypatch.setattr("trainer.app.Player", Aloud)

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


# Models


def test_a_model_is_imported_listed_and_removed(tmp_path: Path, home: Path) -> None:
    """From a zip file, as from a USB stick, into the person's own folder."""
    archive = tmp_path / "stick.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in Path(TINY).rglob("*"):
            file.write(path, Path("my-model") / path.relative_to(TINY))
    imported = call("models", "import", archive, "--json").document

    assert imported["path"] == str(home / "models" / "my-model")
    assert imported["note"]
    listed = {one["name"]: one for one in call("models", "list", "--json").document}
    assert listed["my-model"]["installed"]
    assert not listed["vosk-model-small-en-us-0.15"]["installed"]
    assert "my-model" in call("models", "list").out
    assert call("models", "remove", "my-model", "--json").document == {"removed": "my-model"}
    assert not (home / "models" / "my-model").exists()


def test_a_model_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    """To remove, to import, to install."""
    for words in (
        ("remove", "no-such-model"),
        ("import", tmp_path / "none.zip"),
        ("install", "no-such-model"),
    ):
        said = call("models", *words, "--json")
        assert (said.code, said.out) == (1, "")
        assert str(words[1]) in said.complaint


# Doctor, export, bench


@pytest.mark.usefixtures("no_devices", "no_voice")
def test_the_doctor_says_what_does_not_work() -> None:
    """Each with its mend, and the rest all the same."""
    said = call("doctor", "--json")
    found = {one["what"]: one for one in said.document}

    assert (said.code, said.err) == (0, "")
    assert not found["microphone"]["works"]
    assert not found["loudspeaker"]["works"]
    assert "espeak-ng" in found["voice"]["says"]
    assert found["recogniser"]["works"]
    assert __version__ in found["versions"]["says"]
    assert "MEND   microphone: No microphone was found." in call("doctor").out


def test_the_doctor_says_what_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a headset and an engine a rehearsal can begin."""
    monkeypatch.setattr("trainer.app.SoundSystem", partial(FakeSystem, HEADSET))

    assert [one for one in call("doctor", "--json").document if not one["works"]] == []


def test_a_kept_rehearsal_is_exported(home: Path, tmp_path: Path) -> None:
    """The list, the JSON of one, and its report; each only JSON on stdout."""
    with Records.open(home / "data") as records:
        number = records.save(finished())
    report = tmp_path / "report.html"

    (row,) = call("export", "--json").document
    assert (row["rehearsal"], row["scenario"]) == (number, "double-charge")
    assert "Double charge" in call("export").out
    said = call("export", number, "--report", report, "--json")
    assert list(said.document) == REHEARSE_KEYS
    assert str(report) in said.complaint
    assert "Double charge" in report.read_text("utf-8")


def test_exporting_nothing_is_said() -> None:
    """An empty list, and a number that is not there."""
    assert call("export", "--json").document == []
    assert call("export").out == "No rehearsal has been kept yet.\n"
    said = call("export", 7)
    assert (said.code, said.out) == (1, "")
    assert said.complaint


def test_an_unknown_benchmark_is_one_line() -> None:
    """It says where they lie."""
    said = call("bench", "no-such-thing", "--json")
    nested = call("bench", "no.such.thing")

    assert (said.code, said.out, nested.code) == (1, "", 1)
    assert said.complaint.startswith('There is no benchmark "no-such-thing" here.')


def test_a_benchmark_is_run_with_its_seed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its words reach it, and its own mistakes are not hidden."""
    folder = tmp_path / "benchmarks"
    folder.mkdir()
    (folder / "told.py").write_text("import sys; print(sys.argv[1:])", "utf-8")
    (folder / "broken.py").write_text("import no_such_module", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "argv", [])
    monkeypatch.delitem(sys.modules, "benchmarks", raising=False)

    assert call("bench", "told", "--seed", 3, "--json").out == "['--seed', '3', '--json']\n"
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        call("bench", "broken")


# The call itself


def test_help_answers_in_a_blink() -> None:
    """Nothing heavy is imported to say what there is."""
    code = (
        "import sys, trainer.__main__ as m\n"
        "try: m.main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=CHECKOUT, check=True, capture_output=True, text=True
    )

    imported = set(done.stderr.split())
    assert "rehearse" in done.stdout
    assert "trainer.__main__" in imported
    assert not imported & {"numpy", "pydantic", "PySide6", "sqlalchemy", "soundfile", "vosk"}


def test_the_version_is_told() -> None:
    """For whoever reports a fault."""
    assert call("--version").out == f"Soft Answer {__version__}\n"


@pytest.mark.parametrize(
    "words", [["dance"], ["models"], ["scenarios", "check"], ["rehearse"], ["export", "seven"]]
)
def test_a_wrong_call_ends_with_two(words: list[str]) -> None:
    """What is wrong goes to stderr, with the usage."""
    said = call(*words)

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("usage: run")


def test_without_a_display_a_whole_rehearsal_is_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the replies that come with the program (one will do here); the report is left there."""
    replies = _sound_files
    monkeypatch.setattr("trainer.__main__._sound_files", lambda paths: replies(paths)[:1])
    monkeypatch.setattr("trainer.desktop.window.has_display", lambda: False)
    monkeypatch.chdir(tmp_path)
    said = call()

    assert said.code == 0
    assert said.err.startswith("There is no display here, so no window.")
    assert "a tiny model made for synthetic speech listens" in said.err
    assert "Outcome: " in said.out
    assert (tmp_path / "soft-answer-report.html").is_file()


def test_with_a_display_the_window_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what it used is let go of; ``--until-ready`` closes it once it can be used."""
    ran: list[object] = []

    def run(services: ProgramServices, then: object) -> int:
        assert services.scenarios()
        ran.append(then)
        return 0

    monkeypatch.setattr("trainer.desktop.window.has_display", lambda: True)
    monkeypatch.setattr("trainer.desktop.window.run", run)

    assert call().code == 0
    assert call("--until-ready").code == 0
    assert ran == [None, close_windows]


def test_ctrl_c_ends_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """As other programs do."""
    monkeypatch.setattr("trainer.__main__._make_program", raising(KeyboardInterrupt()))

    assert call("scenarios", "list") == Said(130, "", "")


def test_what_nobody_foresaw_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program's own is told as such."""
    monkeypatch.setattr("trainer.__main__._make_program", raising(ZeroDivisionError()))

    with pytest.raises(ZeroDivisionError):
        call("scenarios", "list")


def raising(problem: BaseException) -> Callable[[], None]:
    """Return a function that raises it."""

    def fail() -> None:
        raise problem

    return fail


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe that breaks is POSIX")
def test_a_reader_who_has_had_enough_is_no_fault(tmp_path: Path, home: Path) -> None:
    """``./run techniques FILE | head -1`` ends without a trace."""
    path = tmp_path / "replies.txt"
    path.write_text("i am so sorry\n" * 4_000, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "trainer", "techniques", path, "--json"],
        cwd=CHECKOUT,
        env={**os.environ, "SOFT_ANSWER_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
