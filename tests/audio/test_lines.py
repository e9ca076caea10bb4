"""What holds for every `AudioLine`, real, paced, offline or fake."""

import queue
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from tests.support.audio import FakeLine, FakeRecorder, ScriptedGate, rendered, tone
from tests.support.sound_system import HEADSET, FakeSystem
from trainer.audio.devices import SoundSystem
from trainer.audio.gate import SpeechGate
from trainer.audio.offline import OfflineLine
from trainer.audio.paced import PacedLine
from trainer.audio.recording import FlacRecorder
from trainer.audio.stream import DuplexLine
from trainer.conversation.blocks import BLOCK_SAMPLES, Block
from trainer.rehearsal.ports import AudioLine, Gate, Recorder

LINE_MS = 200


class Rig:
    """A line, and the way its audio time moves on."""

    def __init__(self, line: AudioLine, turn: Callable[["Rig"], None] | None = None) -> None:
        self.line = line
        self.inbox: queue.Queue[object] = queue.Queue()
        self._turn = turn
        self._ready: list[Block] = []
        line.open(self.inbox.put)

    def blocks(self, count: int) -> list[Block]:
        """Let so much audio time pass; return its blocks."""
        while len(self._ready) < count:
            if self._turn is not None:
                self._turn(self)
            self._ready += self.line.blocks(self.inbox.get(timeout=2))
        taken, self._ready = self._ready[:count], self._ready[count:]
        return taken

    def catch_up(self) -> None:
        """Take what has been delivered while nobody asked, on a machine that was busy."""
        while not self.inbox.empty():
            self._ready += self.line.blocks(self.inbox.get())
        self._ready.clear()

    def spoken(self) -> list[Block]:
        """Let audio time pass until a line has come and gone; return the blocks it is in."""
        blocks: list[Block] = []
        while not blocks or blocks[-1].line_ms is not None:
            (block,) = self.blocks(1)
            if block.line_ms is not None or blocks:
                blocks.append(block)
        return blocks[:-1]


def offline() -> Rig:
    """Return the offline line, which is pulled."""
    line = OfflineLine()
    return Rig(line, lambda rig: rig.inbox.put(line.next_block()))


def fake() -> Rig:
    """Return the fake line, which ticks."""
    line = FakeLine()
    return Rig(line, lambda _rig: line.tick())


def duplex_by_hand() -> Rig:
    """Return the duplex line over a fake sound system."""
    system = FakeSystem(HEADSET)
    return Rig(DuplexLine(system), lambda _rig: system.streams[-1].turn(0))


def paced() -> Rig:
    """Return the paced line, which needs no help."""
    return Rig(PacedLine())


def duplex(request: pytest.FixtureRequest) -> Rig:
    """Return the duplex line on the virtual sound card."""
    request.getfixturevalue("soundcard")
    return Rig(DuplexLine(SoundSystem()))


@pytest.fixture(
    params=[
        pytest.param(offline, id="offline"),
        pytest.param(fake, id="fake"),
        pytest.param(duplex_by_hand, id="duplex by hand"),
        pytest.param(paced, id="paced"),
        pytest.param(duplex, id="duplex", marks=pytest.mark.device),
    ]
)
def rig(request: pytest.FixtureRequest) -> Iterator[Rig]:
    """Give each line in turn, open."""
    made = request.param(request) if request.param is duplex else request.param()
    yield made
    made.line.close()


def test_the_parts_fit_the_ports() -> None:
    """Every line, gate and recorder is what the rehearsal asks for: mypy checks it here."""
    lines: list[Callable[[], AudioLine]] = [
        lambda: DuplexLine(SoundSystem()),
        PacedLine,
        OfflineLine,
        FakeLine,
    ]
    gates: list[Callable[[], Gate]] = [SpeechGate, ScriptedGate]
    recorders: list[Callable[..., Recorder]] = [FlacRecorder, FakeRecorder]

    assert all(callable(part) for part in [*lines, *gates, *recorders])


def test_blocks_are_20_ms_from_0(rig: Rig) -> None:
    """Audio time begins at 0 and counts in whole blocks."""
    blocks = rig.blocks(10)

    assert [block.start_ms for block in blocks] == list(range(0, 200, 20))
    assert {b.heard.shape for b in blocks} | {b.played.shape for b in blocks} == {(BLOCK_SAMPLES,)}
    assert {b.heard.dtype for b in blocks} == {np.dtype(np.float32)}


def test_nothing_plays_before_it_is_told(rig: Rig) -> None:
    """A new line is silent, well and has lost nothing."""
    blocks = rig.blocks(5)

    assert not any(block.played.any() for block in blocks)
    assert {block.line_ms for block in blocks} == {None}
    assert (rig.line.trouble, rig.line.dropped_blocks) == ("", 0)


def test_a_line_is_played_from_0_to_its_end(rig: Rig) -> None:
    """`line_ms` counts from 0 in blocks to the line's end."""
    rig.blocks(3)
    rig.line.play(rendered(tone(LINE_MS, 22_050), 22_050))

    spoken = rig.spoken()

    assert [block.line_ms for block in spoken] == list(range(0, LINE_MS, 20))


def test_what_is_played_agrees_with_line_ms(rig: Rig) -> None:
    """The line's samples stand where `line_ms` says, within a millisecond."""
    ramp = np.linspace(0.1, 0.9, 16 * LINE_MS, dtype=np.float32)
    rig.line.play(rendered(ramp))

    for block in rig.spoken()[1:-1]:
        assert float(block.played[0]) == pytest.approx(
            0.1 + 0.8 * (block.line_ms or 0) / LINE_MS, abs=0.8 / LINE_MS
        )


def test_hush_is_silent_within_50_ms(rig: Rig) -> None:
    """After `hush` at most one whole block sounds on, falling, and then nothing.

    A block that was on its way when `hush` was said does not count.
    """
    rig.line.play(rendered(np.full(16_000, 0.5, dtype=np.float32)))
    rig.blocks(10)
    rig.line.hush()
    rig.catch_up()

    after = rig.blocks(20)

    loud = [number for number, block in enumerate(after) if np.abs(block.played).max() > 0.01]
    assert all(number <= 4 for number in loud)
    assert after[-1].line_ms is None
    steps = np.abs(np.diff(np.concatenate([block.played for block in after])))
    assert steps.max() < 0.01


def test_a_line_replaces_the_one_that_plays(rig: Rig) -> None:
    """The second line begins at 0 at once; the first is not heard again."""
    rig.line.play(rendered(tone(LINE_MS)))
    rig.blocks(4)
    rig.line.play(rendered(tone(LINE_MS)))

    blocks = rig.blocks(30)

    positions = [block.line_ms for block in blocks]
    again = positions.index(0)
    assert positions[again : again + 11] == [*range(0, LINE_MS, 20), None]


def test_hush_without_a_line_is_harmless(rig: Rig) -> None:
    """Nothing to stop is no mistake, and the next line plays."""
    rig.line.hush()
    rig.blocks(2)
    rig.line.play(rendered(tone(40)))

    assert [block.line_ms for block in rig.spoken()] == [0, 20]


def test_foreign_messages_make_no_block(rig: Rig) -> None:
    """A message that the line did not deliver is none of its business."""
    assert rig.line.blocks("hello") == ()


def test_close_twice(rig: Rig) -> None:
    """Closing is done once, however often it is asked for."""
    rig.line.close()
    rig.line.close()

    assert rig.line.trouble == ""


def test_open_again_begins_at_0(rig: Rig) -> None:
    """A line that is opened again begins a new audio time."""
    rig.blocks(3)
    rig.line.close()
    rig.inbox = queue.Queue()
    rig.line.open(rig.inbox.put)

    assert rig.blocks(1)[0].start_ms == 0
