"""Whole rehearsals; speech is heard by the tiny model for synthetic speech."""

from pathlib import Path

import pytest

from tests.support.command_line import (
    CALM_TEXT,
    CONVERSATIONS,
    REHEARSE_KEYS,
    TINY,
    Said,
    call,
    call_apart,
    given,
    replies_file,
)

RUDE_TEXT = "Calm down.\nYou should have stayed at home.\nThat is our policy.\nCalm down, madam.\n"


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
    calm, again = (call(*words, replies_file(tmp_path, CALM_TEXT)) for _ in range(2))
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
        *("rehearse", "lost-parcel", "--text-replies", replies_file(tmp_path, CALM_TEXT)),
        *("--report", report),
    )

    assert "Ellen Marsh: " in said.out
    assert "Outcome: satisfied" in said.out
    assert "Overall: " in said.out
    assert str(report) in said.complaint
    assert "Ellen Marsh" in report.read_text("utf-8")


def test_another_seed_is_another_customer(tmp_path: Path) -> None:
    """The same words in other wordings."""
    path = replies_file(tmp_path, CALM_TEXT)
    words = ("rehearse", "lost-parcel", "--text-replies", path, "--json", "--seed")

    assert call(*words, 1).document["timeline"] != call(*words, 2).document["timeline"]


def test_an_unknown_scenario_is_one_line() -> None:
    """It names those that there are."""
    said = call("rehearse", "lost-parsel", "--json")

    assert (said.code, said.out) == (1, "")
    known = 'There is no scenario "lost-parsel". Choose one of: card-blocked'
    assert said.complaint.startswith(known)


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
