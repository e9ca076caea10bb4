"""Rating recordings, heard by the tiny model for synthetic speech, and transcripts."""

import json
import wave
from pathlib import Path
from typing import Any

import pytest
import soundfile

from tests.support.command_line import CONVERSATIONS, TINY, Said, call

TRUTH: dict[str, Any] = json.loads((CONVERSATIONS / "call.json").read_text())
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
    assert list(document["pacing"])[:6] == [
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
