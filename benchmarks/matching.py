"""Holds what the engine made of a call against what was true of it.

Every figure is gathered as raw findings, a call's own, so that calls can be pooled in any way.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.calls import Call
from benchmarks.dialogues import Kind
from benchmarks.figures import percentile
from benchmarks.trainee import Said, Truth
from trainer.conversation.blocks import SAMPLE_RATE, Millis
from trainer.conversation.timeline import Overlap, OverlapKind
from trainer.conversation.turns import Phase

__all__ = ["NEAR_MS", "Findings", "find", "pooled"]

NEAR_MS: Millis = 500
"""What begins this close to the truth is meant by it."""

NOISE_BEFORE_MS: Millis = 1_500
"""A false interruption this soon after a noise began is put down to it."""

PER_MS = SAMPLE_RATE / 1000
BENIGN = (Kind.BACKCHANNEL, Kind.END_OVERLAP)


@dataclass(slots=True)
class Findings:
    """What was found in one call or in several; times in ms.

    Attributes:
        interruptions: How many the trainee made.
        found: How many of them the engine found.
        counted: How many interruptions the engine counted in all.
        benign: How many backchannels and end overlaps there were.
        benign_counted: How many of them were taken for interruptions.
        line_ms: How long the customer spoke.
        false: What the false interruptions were, by cause.
        missed: What the interruptions that were missed were taken for.
        mistaken: What was said without interrupting, and what the engine heard.
        onset_errors_ms: Of every overlap that was found, signed.
        barge_ins_ms: From the first sample of an interruption until the gate was sure.
        hushes_ms: From the decision to stop a line to its last sample.
        turn_ends_ms: From the trainee's last sample to the customer's first one.
        cutoffs: How many replies the customer cut off, with the trainee's last words before.
        replies: How many replies there were.
        still_there: How often the customer asked whether anybody was there.
        unexpected: How many events came in a phase which does not know them.
    """

    calls: int = 0
    interruptions: int = 0
    found: int = 0
    counted: int = 0
    benign: int = 0
    benign_counted: int = 0
    line_ms: float = 0.0
    audio_ms: float = 0.0
    front_s: float = 0.0
    handling_s: float = 0.0
    false: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    mistaken: list[str] = field(default_factory=list)
    onset_errors_ms: list[float] = field(default_factory=list)
    barge_ins_ms: list[float] = field(default_factory=list)
    hushes_ms: list[float] = field(default_factory=list)
    turn_ends_ms: list[float] = field(default_factory=list)
    cutoffs: int = 0
    replies: int = 0
    still_there: int = 0
    unexpected: int = 0

    @property
    def recall(self) -> float:
        """The share of interruptions that were found; 0 when there was none to find."""
        return self.found / self.interruptions if self.interruptions else 0.0

    @property
    def precision(self) -> float:
        """The share of counted interruptions that were any; 1 when none was counted."""
        return self.found / self.counted if self.counted else 1.0

    @property
    def false_per_minute(self) -> float:
        """False interruptions a minute of customer speech."""
        return sum(self.false.values()) / (self.line_ms / 60_000) if self.line_ms else 0.0

    @property
    def benign_share(self) -> float:
        """The share of backchannels and end overlaps that were taken for interruptions."""
        return self.benign_counted / self.benign if self.benign else 0.0

    @property
    def cutoff_share(self) -> float:
        """The share of replies that the customer cut off."""
        return self.cutoffs / self.replies if self.replies else 0.0

    def summary(self) -> dict[str, object]:
        """Return everything in numbers, for a reader."""
        return {
            "calls": self.calls,
            "interruptions": self.interruptions,
            "found": self.found,
            "counted": self.counted,
            "recall": round(self.recall, 3),
            "precision": round(self.precision, 3),
            "false_per_minute": round(self.false_per_minute, 2),
            "false_by_cause": dict(self.false.most_common()),
            "missed_as": dict(self.missed.most_common()),
            "benign": self.benign,
            "benign_counted": self.benign_counted,
            "benign_mistaken": self.mistaken,
            "onset_error_ms": _spread([abs(one) for one in self.onset_errors_ms]),
            "barge_in_ms": _spread(self.barge_ins_ms),
            "hush_ms": _spread(self.hushes_ms),
            "turn_end_ms": _spread(self.turn_ends_ms),
            "replies": self.replies,
            "cutoffs": self.cutoffs,
            "still_there": self.still_there,
            "unexpected": self.unexpected,
            "line_minutes": round(self.line_ms / 60_000, 2),
            "audio_minutes": round(self.audio_ms / 60_000, 2),
        }


def pooled(many: Iterable[Findings]) -> Findings:
    """Return the findings of all of them together."""
    total = Findings()
    for one in many:
        for name in Findings.__slots__:
            setattr(total, name, getattr(total, name) + getattr(one, name))
    return total


def find(call: Call) -> Findings:
    """Return what was found in one call."""
    truth = call.truth
    made = Findings(
        calls=1,
        line_ms=_line_ms(truth, call.timeline.duration_ms),
        audio_ms=call.timeline.duration_ms,
        front_s=call.front_s,
        handling_s=call.handling_s,
        still_there=sum(heard.line.line.id == "still_there" for heard in truth.lines),
        unexpected=call.unexpected,
    )
    _find_interruptions(call, made)
    _find_benign(call, made)
    _find_hushes(call, made)
    _find_turn_ends(truth, made)
    return made


def _find_interruptions(call: Call, made: Findings) -> None:
    left = _counted(call)
    made.counted = len(left)
    for said in _said(call.truth, Kind.INTERRUPTION):
        made.interruptions += 1
        onset_ms = said.start / PER_MS
        overlap = _nearest(left, onset_ms)
        if overlap is None:
            near = _nearest(list(call.timeline.overlaps), onset_ms)
            made.missed[near.overlap_kind if near else "nothing"] += 1
            continue
        left.remove(overlap)
        made.found += 1
        made.onset_errors_ms.append(overlap.start_ms - onset_ms)
        made.barge_ins_ms += _sure_after(call, overlap, onset_ms)
    made.false.update(_cause(overlap, call.truth) for overlap in left)


def _find_benign(call: Call, made: Findings) -> None:
    for said in (one for kind in BENIGN for one in _said(call.truth, kind)):
        onset_ms = said.start / PER_MS
        made.benign += 1
        if mistaken := _nearest(_counted(call), onset_ms):
            made.benign_counted += 1
            made.mistaken.append(f"{said.what.kind}: {said.what.text} -> {mistaken.words}")
        if overlap := _nearest(list(call.timeline.overlaps), onset_ms):
            made.onset_errors_ms.append(overlap.start_ms - onset_ms)


def _find_hushes(call: Call, made: Findings) -> None:
    ends_ms = [heard.end / PER_MS for heard in call.truth.lines if heard.end is not None]
    for change in call.phases:
        if change.phase is Phase.CUT_OFF:
            after = [end_ms for end_ms in ends_ms if end_ms >= change.at_ms]
            made.hushes_ms += [min(after) - change.at_ms] if after else []


def _find_turn_ends(truth: Truth, made: Findings) -> None:
    """Take each line but the first as the answer to what was last said before it."""
    replies = [said for said in truth.said if said.what.kind is not Kind.BACKCHANNEL]
    before = 0
    for heard in truth.lines:
        said = max((one for one in replies if one.start < heard.start), key=_start, default=None)
        if said is not None and said.end > before:
            _take_turn_end(said, heard.start, made, first=said.start >= before)
        before = heard.start


def _take_turn_end(said: Said, answered: int, made: Findings, *, first: bool) -> None:
    end = said.planned_end if first else said.end
    made.replies += 1
    if answered < end:
        made.cutoffs += 1
    else:
        made.turn_ends_ms.append((answered - end) / PER_MS)


def _start(said: Said) -> int:
    return said.start


def _said(truth: Truth, kind: Kind) -> list[Said]:
    return [said for said in truth.said if said.what.kind is kind]


def _counted(call: Call) -> list[Overlap]:
    return [one for one in call.timeline.overlaps if one.overlap_kind is OverlapKind.INTERRUPTION]


def _nearest(overlaps: Sequence[Overlap], onset_ms: float) -> Overlap | None:
    near = [one for one in overlaps if abs(one.start_ms - onset_ms) <= NEAR_MS]
    return min(near, key=lambda one: abs(one.start_ms - onset_ms), default=None)


def _sure_after(call: Call, overlap: Overlap, onset_ms: float) -> list[float]:
    known = [one.known_ms for one in call.onsets if abs(one.at_ms - overlap.start_ms) <= NEAR_MS]
    return [min(known, key=lambda ms: abs(ms - onset_ms)) - onset_ms] if known else []


def _cause(overlap: Overlap, truth: Truth) -> str:
    """Say what a false interruption most likely was."""
    for said in truth.said:
        if any(abs(clip.start / PER_MS - overlap.start_ms) <= NEAR_MS for clip in said.clips):
            return str(said.what.kind)
        if said.start / PER_MS <= overlap.start_ms <= said.end / PER_MS:
            return f"within {said.what.kind}"
    for clip in truth.noises.clips:
        if -NEAR_MS / 2 <= overlap.start_ms - clip.start / PER_MS <= NOISE_BEFORE_MS:
            return str(clip.what)
    return "echo or nothing"


def _line_ms(truth: Truth, duration_ms: Millis) -> float:
    until = duration_ms * PER_MS
    return sum(((heard.end or until) - heard.start) / PER_MS for heard in truth.lines)


def _spread(values: Sequence[float]) -> dict[str, float]:
    if not values:
        return {}
    return {f"p{percent}": round(percentile(values, percent), 1) for percent in (50, 95)}
