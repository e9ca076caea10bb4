"""How a live rehearsal listens, by what the sound check said."""

from dataclasses import replace

import pytest

from tests.support.scenarios import small
from tests.support.speech import FakeRecogniser
from trainer.conversation.timeline import Baseline
from trainer.conversation.turns import Timing
from trainer.rehearsal.call import LiveCall, listening_with
from trainer.rehearsal.sound_check import Duplex, SoundCheckResult
from trainer.speech.ears import Ears

EARS = Ears(
    "Vosk",
    "small",
    synthetic_only=False,
    has_fillers=True,
    note="",
    open=FakeRecogniser,
)
DEAF_TO_UM = Ears(
    "Vosk",
    "small",
    synthetic_only=False,
    has_fillers=False,
    note="",
    open=FakeRecogniser,
)


def result(*, heard: bool = True, duplex: Duplex = Duplex.HEADSET) -> SoundCheckResult:
    """Return a verdict."""
    return SoundCheckResult(heard, -20.0, -70.0, clipped=False, verdict="", duplex=duplex)


def call(check: SoundCheckResult | None, *, typed: bool = False) -> LiveCall:
    """Return a call that follows such a check."""
    return LiveCall(small(), lambda _: None, check, typed)


@pytest.mark.parametrize(
    ("check", "reason"),
    [
        (None, "No sound check was passed"),
        (result(heard=False), "No sound check was passed"),
        (result(duplex=Duplex.HALF), "The loudspeaker drowned you"),
    ],
)
def test_without_a_good_sound_check_interruptions_are_not_rated(
    check: SoundCheckResult | None, reason: str
) -> None:
    """The reason is one that the report can show."""
    listening = call(check).listening(EARS)

    assert listening.interruptions_unrated.startswith(reason)
    assert listening.recogniser == "Vosk (small)"


def test_after_a_good_sound_check_everything_is_rated() -> None:
    """Fillers too, if the recogniser knows them."""
    assert call(result()).listening(EARS).interruptions_unrated == ""
    assert listening_with(EARS).fillers_unrated == ""
    assert "Vosk does not know um and uh" in listening_with(DEAF_TO_UM).fillers_unrated


def test_the_baseline_goes_into_the_timeline() -> None:
    """Only what a passed sound check has measured can be compared with."""
    baseline = Baseline(words_per_minute=140.0, level_db=-25.0)
    passed = replace(result(), baseline=baseline)

    assert call(passed).listening(EARS).baseline == baseline
    assert call(replace(passed, heard=False)).listening(EARS).baseline is None
    assert call(None).listening(EARS).baseline is None


def test_half_duplex_is_what_the_check_says() -> None:
    """Without a passed check nobody is listened to over the customer: it may be an echo."""
    assert call(None).half_duplex
    assert call(result(heard=False)).half_duplex
    assert not call(result(duplex=Duplex.OPEN)).half_duplex
    assert call(result(duplex=Duplex.HALF)).half_duplex


def test_who_types_is_given_time_and_has_no_recogniser() -> None:
    """A minute before the customer asks whether anybody is there."""
    typed = call(None, typed=True)

    assert typed.listening(None).recogniser == ""
    assert typed.timing.patience_ms == 60_000
    assert call(None).timing == Timing()
