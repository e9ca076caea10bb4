import numpy as np
import pytest

from benchmarks.acoustics import Clip, Mouth
from benchmarks.calls import Call
from benchmarks.dialogues import Kind, Utterance
from benchmarks.matching import Findings, find, pooled
from benchmarks.trainee import Heard, Said, Truth
from tests.support.audio import rendered, tone
from trainer.conversation.timeline import Overlap, OverlapKind, Timeline
from trainer.conversation.turns import Phase, SpeechStarted
from trainer.rehearsal.events import PhaseChanged

LINE = rendered(tone(5_000))


def said(kind: Kind, *breaths: tuple[int, int], planned_end_ms: int | None = None) -> Said:
    """Return something said in breaths of (start, end) in ms."""
    clips = tuple(Clip(a * 16, np.ones((b - a) * 16, dtype=np.float32)) for a, b in breaths)
    end = clips[-1].end if planned_end_ms is None else planned_end_ms * 16
    return Said(Utterance(kind, "words", 0, ()), clips, end)


def heard(*lines: tuple[int, int]) -> list[Heard]:
    """Return lines from and to, in ms."""
    return [Heard(LINE, a * 16, b * 16) for a, b in lines]


def call(
    lines: list[Heard],
    trainee: list[Said],
    overlaps: tuple[Overlap, ...] = (),
    onsets: tuple[SpeechStarted, ...] = (),
    *,
    phases: tuple[PhaseChanged, ...] = (),
    noises: Mouth | None = None,
) -> Call:
    """Return a call of 60 s."""
    return Call(
        truth=Truth(noises or Mouth(), lines, trainee),
        timeline=Timeline(60_000, overlaps),
        onsets=onsets,
        phases=phases,
        unexpected=0,
        front_s=0,
        handling_s=0,
    )


def interruption(start_ms: int) -> Overlap:
    """Return what the engine counted."""
    return Overlap(start_ms, start_ms + 700, OverlapKind.INTERRUPTION, "but i")


def test_found_interruption() -> None:
    """One that begins close enough is found, with its onset error and latency."""
    found = find(
        call(
            heard((0, 3_000)),
            [said(Kind.INTERRUPTION, (2_000, 4_000))],
            (interruption(2_030),),
            (SpeechStarted(2_030, 2_150),),
            phases=(PhaseChanged(2_450, Phase.CUT_OFF),),
        )
    )

    assert (found.recall, found.precision) == (1, 1)
    assert found.onset_errors_ms == [30]
    assert found.barge_ins_ms == [150]
    assert found.hushes_ms == [550]


def test_missed_and_false() -> None:
    """One that begins 600 ms away is both a miss and a false one."""
    found = find(
        call(
            heard((0, 5_000)),
            [said(Kind.INTERRUPTION, (2_000, 4_000))],
            (interruption(1_400),),
        )
    )

    assert (found.recall, found.precision) == (0, 0)
    assert found.false_per_minute == pytest.approx(12)
    assert found.missed == {"nothing": 1}


def test_false_by_noise() -> None:
    """What a cough has caused is put down to it."""
    noises = Mouth(clips=[Clip(16_000, np.ones(8_000, dtype=np.float32), "cough")])

    found = find(call(heard((0, 5_000)), [], (interruption(1_100),), noises=noises))

    assert found.false == {"cough": 1}


def test_benign_taken_for_an_interruption() -> None:
    """A backchannel that was counted is told with the words that were heard."""
    found = find(
        call(
            heard((0, 5_000)),
            [said(Kind.BACKCHANNEL, (1_000, 1_400)), said(Kind.BACKCHANNEL, (3_000, 3_400))],
            (interruption(1_020), Overlap(3_000, 3_400, OverlapKind.BACKCHANNEL, "i see")),
        )
    )

    assert (found.benign, found.benign_counted) == (2, 1)
    assert found.mistaken == ["backchannel: words -> but i"]
    assert found.onset_errors_ms == [20, 0]


def test_turn_end() -> None:
    """From the last sample of the last breath to the next line's first one."""
    found = find(
        call(heard((0, 2_000), (6_700, 9_000)), [said(Kind.REPLY, (2_500, 4_000), (4_800, 6_000))])
    )

    assert found.turn_ends_ms == [700]
    assert (found.cutoffs, found.replies) == (0, 1)


def test_cutoff_and_what_was_said_after_it() -> None:
    """A line in a pause is a cut-off; the breath that collides with it is answered later."""
    reply = said(Kind.REPLY, (2_500, 4_000), (5_000, 6_000), planned_end_ms=8_000)

    found = find(call(heard((0, 2_000), (4_900, 5_300), (6_900, 8_000)), [reply]))

    assert (found.cutoffs, found.replies) == (1, 2)
    assert found.turn_ends_ms == [900]


def test_backchannels_are_no_turns() -> None:
    """After a mere backchannel there is no turn to end."""
    found = find(call(heard((0, 2_000), (8_000, 9_000)), [said(Kind.BACKCHANNEL, (500, 800))]))

    assert found.replies == 0


def test_pooled() -> None:
    """Pooled findings are as if all had been one."""
    one = Findings(calls=1, interruptions=4, found=3, counted=5, turn_ends_ms=[700.0])
    other = Findings(calls=1, interruptions=1, found=1, counted=1, turn_ends_ms=[900.0])

    whole = pooled([one, other])

    assert (whole.recall, whole.precision) == (4 / 5, 4 / 6)
    assert whole.turn_ends_ms == [700, 900]
