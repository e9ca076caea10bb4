from functools import partial

import pytest

from tests.support.command_line import call
from tests.support.sound_system import HEADSET, FakeSystem
from trainer import __version__


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
    monkeypatch.setattr("trainer.app.foundation.SoundSystem", partial(FakeSystem, HEADSET))

    assert [one for one in call("doctor", "--json").document if not one["works"]] == []
