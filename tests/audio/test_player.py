import queue
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from tests.support.audio import tone
from tests.support.sound_system import HEADSET, FakeStream, FakeSystem
from trainer.audio.devices import StreamCallback, StreamPlan
from trainer.audio.player import Player


class UnpluggedSystem(FakeSystem):
    """A system whose streams end as soon as they are opened."""

    def open(
        self, plan: StreamPlan, callback: StreamCallback, finished: Callable[[], None]
    ) -> FakeStream:
        """Open a stream that ends."""
        stream = super().open(plan, callback, finished)
        stream.end()
        return stream


def played(player: Player, length_ms: int) -> str:
    """Play a tone; return what `finished` was told."""
    told: queue.SimpleQueue[str] = queue.SimpleQueue()
    player.play(tone(length_ms), 16_000, told.put)
    problem = told.get(timeout=5)
    player.close()
    return problem


def test_a_clip_is_played_whole() -> None:
    """The loudspeaker is given the clip at its own rate, and is let go of."""
    system = FakeSystem(HEADSET, turns=20)

    told = played(Player(system), 100)

    (stream,) = system.streams
    sound = np.concatenate(stream.spoken)
    assert told == ""
    assert stream.closed == 1
    np.testing.assert_allclose(tone(100, 48_000)[500:4000], sound[500:4000], atol=2e-3)
    assert not sound[4800:].any()


def test_another_rate_is_tried() -> None:
    """A loudspeaker that refuses 48 kHz is played at its own rate."""
    system = FakeSystem(
        replace(HEADSET, rate=44_100), refuses=lambda plan: plan.rate == 48_000, turns=20
    )

    assert played(Player(system), 50) == ""
    assert system.streams[0].plan.rate == 44_100


@pytest.mark.parametrize(
    ("system", "problem"),
    [
        (FakeSystem(), "No loudspeaker"),
        (FakeSystem(HEADSET, refuses=lambda _plan: True), "refused"),
        (UnpluggedSystem(HEADSET), "gone away"),
    ],
)
def test_problems_are_told_to_finished(system: FakeSystem, problem: str) -> None:
    """What goes wrong is told in words; the caller never sees an exception."""
    assert problem in played(Player(system), 1000)
    assert all(stream.closed for stream in system.streams)


def test_a_player_that_plays_nothing_can_be_stopped() -> None:
    """Stopping and closing before anything was played is harmless."""
    player = Player(FakeSystem(HEADSET))

    player.stop()
    player.close()

    assert not player.playing
