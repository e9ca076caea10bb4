import queue
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from tests.support.audio import rendered, tone
from tests.support.sound_system import HEADSET, FakeSystem, Flagged
from trainer.audio.problems import AudioProblem, NoMicrophone
from trainer.audio.stream import DuplexLine
from trainer.conversation.blocks import Block

MICROPHONE = replace(HEADSET, name="webcam", outputs=0, default_output=False)
LOUDSPEAKER = replace(HEADSET, index=1, name="monitor", inputs=0, host_api="other", rate=44_100)


class Inbox:
    """What a line delivered, and the blocks it makes."""

    def __init__(self, line: DuplexLine) -> None:
        self.line = line
        self.queue: queue.SimpleQueue[object] = queue.SimpleQueue()

    def open(self) -> None:
        """Open the line into this inbox."""
        self.line.open(self.queue.put)

    def blocks(self) -> list[Block]:
        """Return the blocks of all that was delivered."""
        blocks: list[Block] = []
        while not self.queue.empty():
            blocks += self.line.blocks(self.queue.get())
        return blocks


def opened(system: FakeSystem, line: DuplexLine | None = None) -> tuple[DuplexLine, Inbox]:
    """Return an open line and its inbox."""
    line = line or DuplexLine(system)
    inbox = Inbox(line)
    inbox.open()
    return line, inbox


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Turn the watchdog's clock by hand; a wait for the first callback moves it on."""
    now = [100.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    turned = SimpleNamespace(monotonic=lambda: now[0], sleep=sleep)
    monkeypatch.setattr("trainer.audio.stream.time", turned)
    return now


def test_one_duplex_stream_at_48_khz_is_tried_first() -> None:
    """A headset is opened as one stream, mono in, both speakers out."""
    system = FakeSystem(HEADSET)

    line, _ = opened(system)

    (stream,) = system.streams
    assert stream.plan.rate == 48_000
    assert stream.plan.heard
    assert stream.plan.heard.channels == 1
    assert stream.plan.played
    assert stream.plan.played.channels == 2
    assert line.description == "headset, Core Audio and headset, Core Audio at 48000 Hz"
    assert line.latency_ms == 40


def test_other_rates_follow_when_48_khz_is_refused() -> None:
    """A device that can only do 44.1 kHz is opened at 44.1 kHz."""
    system = FakeSystem(HEADSET, refuses=lambda plan: plan.rate != 44_100)

    line, inbox = opened(system)
    system.streams[0].turn()

    assert "44100" in line.description
    assert [block.start_ms for block in inbox.blocks()] == [0]


def test_two_microphone_channels_are_tried_when_one_is_refused() -> None:
    """A device that has no mono is opened in stereo, and its first channel is heard."""
    system = FakeSystem(
        replace(HEADSET, inputs=2),
        refuses=lambda plan: bool(plan.heard and plan.heard.channels < 2),
    )

    _, inbox = opened(system)
    system.streams[0].turn(0.5)
    system.streams[0].turn(0.5)

    heard = np.concatenate([block.heard for block in inbox.blocks()])
    assert heard[400:].mean() == pytest.approx(0.5, abs=0.02)


def test_two_streams_when_one_can_not_be() -> None:
    """Devices that don't go together get a stream each, paired by count."""
    system = FakeSystem(MICROPHONE, LOUDSPEAKER)

    line, inbox = opened(system)
    line.play(rendered(tone(100)))
    for _ in range(5):
        for stream in system.streams:
            stream.turn()

    blocks = inbox.blocks()
    assert len(system.streams) == 2
    assert "+" in line.description
    assert line.latency_ms == 80
    assert list(range(0, len(blocks) * 20, 20)) == [block.start_ms for block in blocks]
    assert [block.line_ms for block in blocks if block.line_ms is not None][:2] == [0, 20]


def test_two_streams_are_better_over_alsa() -> None:
    """Over ALSA, where a duplex stream loses sound, two come first and one is what is left."""
    alsa = replace(HEADSET, host_api="ALSA")
    free, bound = FakeSystem(alsa), FakeSystem(alsa, refuses=lambda plan: not plan.heard)

    opened(free)
    opened(bound)

    assert [stream.closed for stream in free.streams] == [0, 0]
    (left,) = [stream for stream in bound.streams if not stream.closed]
    assert left.plan.heard
    assert left.plan.played


def test_two_streams_may_run_at_rates_of_their_own() -> None:
    """Where no common rate will do, each device runs at its own."""
    system = FakeSystem(
        MICROPHONE,
        LOUDSPEAKER,
        refuses=lambda plan: bool(plan.played) and plan.rate != LOUDSPEAKER.rate,
    )

    opened(system)

    assert [stream.plan.rate for stream in system.streams if not stream.closed] == [48_000, 44_100]


def test_a_line_that_only_plays_hears_zeros() -> None:
    """With no microphone wanted, the line plays and its blocks hear nothing."""
    system = FakeSystem(LOUDSPEAKER)

    line, inbox = opened(system, DuplexLine(system, listens=False))
    line.play(rendered(tone(100)))
    for _ in range(4):
        system.streams[0].turn()

    blocks = inbox.blocks()
    assert len(blocks) >= 3
    assert not any(block.heard.any() for block in blocks)
    assert any(block.played.any() for block in blocks)


def test_no_microphone_says_so() -> None:
    """Without a microphone the line is not opened, and the person is told what to do."""
    with pytest.raises(NoMicrophone, match=r"Plug one in.*type your replies"):
        opened(FakeSystem(LOUDSPEAKER))


def test_no_loudspeaker_says_so() -> None:
    """Without a loudspeaker the line is not opened, and the person is told what to do."""
    with pytest.raises(AudioProblem, match="No loudspeaker or headphones"):
        opened(FakeSystem(MICROPHONE))


def test_a_device_that_stays_dead_is_told_after_both_ways(clock: list[float]) -> None:
    """A device that never calls back costs 5 s a kind of stream, then a clear line."""
    system = FakeSystem(HEADSET, dead=lambda _plan: True)

    with pytest.raises(AudioProblem, match="opened but stays dead"):
        opened(system)

    assert clock[0] == pytest.approx(110, abs=0.1)
    assert all(stream.closed for stream in system.streams)


def test_the_first_problem_is_told() -> None:
    """When every plan is refused, what was said first is what the person reads."""
    system = FakeSystem(HEADSET, refuses=lambda _plan: True)

    with pytest.raises(AudioProblem, match="refused"):
        opened(system)


def test_the_remembered_devices_are_opened() -> None:
    """A remembered name wins over the system's choice."""
    other = replace(HEADSET, index=7, name="desk", default_input=False, default_output=False)
    system = FakeSystem(HEADSET, other)

    line, _ = opened(system, DuplexLine(system, "desk", "desk, Core Audio"))

    assert "desk, Core Audio and desk, Core Audio" in line.description


def test_the_loudspeaker_is_given_the_line_on_both_channels() -> None:
    """What is played reaches the device unchanged."""
    system = FakeSystem(HEADSET)
    line, _ = opened(system)
    line.play(rendered(tone(40, 48_000), 48_000))

    system.streams[0].turn()
    system.streams[0].turn()

    np.testing.assert_array_equal(tone(40, 48_000), np.concatenate(system.streams[0].spoken[1:]))


def test_an_inbox_that_is_full_is_counted_and_filled() -> None:
    """The callback survives a full inbox; the lost block stands as silence in audio time."""
    system = FakeSystem(HEADSET)
    line = DuplexLine(system)
    inbox: queue.Queue[object] = queue.Queue(2)
    line.open(inbox.put_nowait)
    for _ in range(2):
        system.streams[0].turn()
    blocks = [*line.blocks(inbox.get()), *line.blocks(inbox.get())]

    system.streams[0].turn()
    blocks += line.blocks(inbox.get())

    assert line.dropped_blocks == 1
    assert [block.start_ms for block in blocks] == [0, 20, 40]


def test_xruns_are_counted() -> None:
    """Overflow of the microphone is lost sound, underflow of the loudspeaker is not."""
    system = FakeSystem(HEADSET)
    line, _ = opened(system)

    system.streams[0].turn(flags=Flagged(input_overflow=True))
    system.streams[0].turn(flags=Flagged(output_underflow=True))

    assert (line.dropped_blocks, line.xruns) == (1, 2)


def test_500_ms_without_a_callback_is_trouble(clock: list[float]) -> None:
    """A device that goes quiet is told after half a second, and forgotten when it goes on."""
    system = FakeSystem(HEADSET)
    line, _ = opened(system)

    clock[0] += 0.4
    assert line.trouble == ""
    clock[0] += 0.2
    assert "gone away" in line.trouble
    system.streams[0].turn()
    assert line.trouble == ""


def test_a_stream_that_ends_by_itself_is_trouble() -> None:
    """An unplugged device is told at once."""
    system = FakeSystem(HEADSET)
    line, _ = opened(system)

    system.streams[0].end()

    assert "gone away" in line.trouble


def test_one_of_two_streams_going_quiet_is_trouble(clock: list[float]) -> None:
    """The watchdog looks at each stream of the fallback."""
    system = FakeSystem(MICROPHONE, LOUDSPEAKER)
    line, _ = opened(system)

    for _ in range(4):
        clock[0] += 0.2
        system.streams[1].turn()

    assert "gone away" in line.trouble


def test_a_microphone_of_zeros_is_muted() -> None:
    """Digital zeros for 5 s from the opening are trouble, until the first sound comes."""
    system = FakeSystem(HEADSET)
    line = DuplexLine(system)
    inbox = Inbox(line)
    inbox.open()
    inbox.queue.get()
    for _ in range(255):
        system.streams[0].turn(0)
    inbox.blocks()

    assert "muted" in line.trouble

    system.streams[0].turn(1e-4)
    inbox.blocks()

    assert line.trouble == ""


def test_close_is_idempotent() -> None:
    """Closing twice closes the stream once; a closed line has no trouble."""
    system = FakeSystem(HEADSET)
    line, _ = opened(system)

    line.close()
    system.streams[0].end()
    line.close()

    assert system.streams[0].closed == 1
    assert line.trouble == ""


def test_a_line_opens_anew() -> None:
    """After closing it opens again at 0 ms; what an earlier opening left is not taken for it."""
    system = FakeSystem(HEADSET)
    line, inbox = opened(system)
    system.streams[0].turn()
    line.close()

    inbox.open()
    for _ in range(2):
        system.streams[1].turn()

    assert [block.start_ms for block in inbox.blocks()] == [0, 20]


def test_a_line_that_is_not_open_does_nothing() -> None:
    """Before `open` every command is harmless."""
    line = DuplexLine(FakeSystem(HEADSET))

    line.play(rendered(tone(20)))
    line.hush()
    line.close()

    assert line.blocks("anything") == ()
    assert (line.trouble, line.dropped_blocks, line.xruns, line.latency_ms) == ("", 0, 0, 0)
    assert line.description == ""
