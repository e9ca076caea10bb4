"""The sound check: by blocks that the test turns, and in its own thread on a fed line."""

from collections.abc import Callable, Sequence
from queue import SimpleQueue

import numpy as np
import pytest

from tests.support.audio import FakeLine, ScriptedGate, rendered, tone
from trainer.audio.echo_calibration import EchoState
from trainer.audio.problems import AudioProblem
from trainer.conversation.blocks import Millis, Samples, silence
from trainer.conversation.lines import RenderedLine
from trainer.conversation.words import Span
from trainer.rehearsal.sound_check import (
    Duplex,
    SoundCheck,
    SoundCheckResult,
    SoundCheckRun,
    Stage,
    _duplex,
    _verdict,
)

PATIENT_S = 10.0
SPOKEN_MS: Millis = 1_000
"""How long the voice speaks; it begins at 500 ms and its tail is over at 1,900 ms."""


def checked(
    trainee: Samples,
    speech: Sequence[Span] = (),
    *,
    until_ms: Millis = 12_000,
    voice: RenderedLine | None = None,
    echo: float = 0.0,
) -> tuple[SoundCheckResult, Stage]:
    """Play a check in which the microphone hears the samples, and speech in these spans."""
    line = FakeLine(echo)
    line.open(lambda _: None)
    line.speak(trainee)
    voice = voice or rendered(tone(SPOKEN_MS))
    check = SoundCheck(ScriptedGate(speech), lambda: line.play(voice))
    for _ in range(until_ms // 20):
        check.handle(line.next_block())
    return check.result(), check.stage


def said(level: float, at_ms: Millis = 2_500) -> Samples:
    """Return 1.5 s of sound that begin then."""
    return np.concatenate([silence(at_ms * 16), tone(1_500, level=level)])


ANSWER = (Span(2_500, 4_000),)


def test_who_is_heard_well_is_told_so() -> None:
    """The level is that of the speech, the noise that of the room before."""
    result, stage = checked(said(0.3), ANSWER)

    assert result.heard
    assert result.verdict.startswith("I hear you well. The loudspeaker does not reach")
    assert result.level_db == pytest.approx(-13.5, abs=0.6)
    assert result.noise_db < -80
    assert result.duplex is Duplex.HEADSET
    assert (result.echo_db, result.delay_ms, result.drift_ppm) == (None, None, None)
    assert not result.clipped
    assert stage is Stage.DONE


def test_who_is_too_quiet_is_told_how_to_mend_it() -> None:
    """Heard, but recognised badly."""
    result, _ = checked(said(0.004), ANSWER)

    assert result.heard
    assert result.verdict.startswith("I hear you, but only just. Come closer")


def test_who_is_too_loud_is_told_how_to_mend_it() -> None:
    """Samples at full scale are cut off."""
    result, _ = checked(said(1.2), ANSWER)

    assert result.clipped
    assert result.verdict.startswith("I hear you, but too loud. Move back")


def test_who_is_not_heard_may_type() -> None:
    """After eight seconds it is over, with what to look at."""
    result, stage = checked(silence(0))

    assert not result.heard
    assert result.level_db is None
    assert result.verdict.startswith("I can't hear you. Check that the microphone")
    assert stage is Stage.DONE


def test_a_short_word_is_enough_to_be_heard_but_a_cough_is_not() -> None:
    """Half a second of speech by the time that it is over."""
    word, _ = checked(said(0.3), [Span(2_500, 3_100)])
    cough, _ = checked(said(0.3), [Span(2_500, 2_700)])

    assert (word.heard, cough.heard) == (True, False)


def test_the_loudspeaker_in_the_microphone_is_measured_and_told_apart() -> None:
    """Its delay, drift and loudness are known, and open loudspeakers will do."""
    noise = np.random.default_rng(1).normal(0, 0.1, 4 * 16_000).astype(np.float32)
    late = np.concatenate([silence(60 * 16), 0.3 * noise])
    heard = np.concatenate([silence(500 * 16), late, silence(2_000 * 16), tone(1_500, level=0.3)])
    result, _ = checked(heard, [Span(7_000, 8_500)], voice=rendered(noise))

    assert result.duplex is Duplex.OPEN
    assert result.delay_ms == pytest.approx(60, abs=3)
    assert result.drift_ppm == pytest.approx(0, abs=20)
    assert result.echo_db == pytest.approx(-30.5, abs=2)
    assert result.heard
    assert result.verdict.startswith("I hear you well. I hear the loudspeaker too, and can tell")


@pytest.mark.parametrize(("erle_db", "drift_ppm"), [(4.0, 0.0), (25.0, 250.0)])
def test_an_echo_that_can_not_be_told_apart_is_half_duplex(
    erle_db: float, drift_ppm: float
) -> None:
    """Too little of it can be taken out, or the clocks are too far apart."""
    echo = EchoState(tone(260), drift_ppm, tone(2), tone(2), 60.0, erle_db)

    assert _duplex(echo, -30.0, -70.0) is Duplex.HALF
    assert "Use a headset" in _verdict(-20.0, Duplex.HALF, clipped=False)


def test_an_echo_as_quiet_as_the_room_does_no_harm() -> None:
    """It can't be made any quieter, and drowns nobody."""
    faint = EchoState(tone(260), 10.0, tone(2), tone(2), 60.0, 3.0)

    assert _duplex(faint, -52.0, -55.0) is Duplex.OPEN


def test_the_sentence_is_the_trainees_own_voice() -> None:
    """Fourteen words in 1.5 s, their loudness and their pitch."""
    result, _ = checked(said(0.3), ANSWER)

    assert result.baseline.words_per_minute == pytest.approx(14 / 1.5 * 60, rel=0.01)
    assert result.baseline.level_db == result.level_db
    assert result.baseline.pitch_hz == pytest.approx(440, rel=0.05)
    assert result.baseline.articulation_rate == pytest.approx(1 / 1.5, rel=0.1)


def test_it_goes_through_its_stages() -> None:
    """Settling, playing, listening, done; blocks that come later change nothing."""
    stages = [checked(said(0.3), ANSWER, until_ms=ms)[1] for ms in (400, 600, 1_800, 2_000, 9_000)]

    assert stages == [
        Stage.SETTLING,
        Stage.PLAYING,
        Stage.PLAYING,
        Stage.LISTENING,
        Stage.DONE,
    ]
    early, late = checked(said(0.3), ANSWER, until_ms=5_000), checked(said(0.3), ANSWER)
    assert (early[0].verdict, early[0].baseline) == (late[0].verdict, late[0].baseline)


def test_nothing_was_measured_before_it_began() -> None:
    """A verdict can be asked for at any time."""
    result, stage = checked(silence(0), until_ms=0)

    assert (result.heard, result.noise_db, stage) == (False, -100.0, Stage.SETTLING)


class Run:
    """A check in its own thread, on a line that the test feeds."""

    def __init__(self, speech: Sequence[Span] = (), trouble: Exception | None = None) -> None:
        self.line = FakeLine()
        self.opened: SimpleQueue[None] = SimpleQueue()
        self.levels: list[float] = []
        self.stages: SimpleQueue[Stage] = SimpleQueue()
        self.done: SimpleQueue[SoundCheckResult] = SimpleQueue()
        self._trouble = trouble
        self._gate = ScriptedGate(speech)
        self._open = self.line.open
        self.line.open = self._say_open  # type: ignore[method-assign]
        self.run = SoundCheckRun(
            lambda: (self.line, lambda: self._gate, rendered(tone(SPOKEN_MS))),
            self.levels.append,
            self.stages.put,
            self.done.put,
        )

    def _say_open(self, deliver: Callable[[object], None]) -> None:
        if self._trouble:
            raise self._trouble
        self._open(deliver)
        self.opened.put(None)

    def speak(self, samples: Samples) -> None:
        """Let the trainee be heard, once the line is open."""
        self.opened.get(timeout=PATIENT_S)
        self.line.speak(samples)


def test_a_check_runs_in_a_thread_of_its_own() -> None:
    """Levels ten times a second, each stage once, the verdict, and the line is let go of."""
    check = Run(ANSWER)
    check.speak(said(0.3))
    check.line.tick(500)
    stages = [check.stages.get(timeout=PATIENT_S), check.stages.get(timeout=PATIENT_S)]
    check.line.tick(5_000)  # the voice is being played now
    result = check.done.get(timeout=PATIENT_S)
    check.run.cancel()

    assert result.verdict.startswith("I hear you")
    stages.append(check.stages.get(timeout=PATIENT_S))
    assert stages == [Stage.SETTLING, Stage.PLAYING, Stage.LISTENING]
    assert check.stages.empty()
    assert len(check.levels) >= 25
    assert max(check.levels) == pytest.approx(-13.5, abs=0.6)
    assert check.line.closed == 1


def test_a_check_that_is_cancelled_gives_no_verdict() -> None:
    """It lets go of the line at once."""
    check = Run()
    check.speak(silence(0))
    check.line.tick(100)
    check.run.cancel()

    assert check.done.empty()
    assert check.line.closed == 1


def test_a_line_that_can_not_be_opened_is_the_verdict() -> None:
    """The person reads why nothing is heard."""
    check = Run(trouble=AudioProblem("No microphone was found. Plug one in."))
    result = check.done.get(timeout=PATIENT_S)

    assert not result.heard
    assert result.verdict == "No microphone was found. Plug one in."


def test_a_line_that_goes_away_is_the_verdict() -> None:
    """A plug that is pulled ends the check."""
    check = Run()
    check.speak(silence(0))
    check.line.fail("The sound device has gone away.")
    result = check.done.get(timeout=PATIENT_S)

    assert result.verdict == "The sound device has gone away."


def test_what_can_not_be_made_is_the_verdict() -> None:
    """Such as a voice that has no engine."""

    def make() -> tuple[FakeLine, Callable[[], ScriptedGate], object]:
        raise RuntimeError("There is no sound library.")

    done: SimpleQueue[SoundCheckResult] = SimpleQueue()
    SoundCheckRun(make, lambda _: None, lambda _: None, done.put)  # type: ignore[arg-type]

    assert done.get(timeout=PATIENT_S).verdict == "There is no sound library."
