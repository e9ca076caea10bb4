"""The sound of a report's moments, inside the page: what the advice is about, and interruptions.

Sound is only put there when it is asked for, and never so much that the page can't be mailed.
"""

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trainer.audio.sounds import clip, flac_bytes
from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import Overlap, OverlapKind, Timeline
from trainer.conversation.words import Span
from trainer.rating.scorecard import Advice
from trainer.records.talk import anchor

__all__ = ["MOST_BYTES", "MOST_CLIPS", "Clips", "advice_anchor", "clips_of"]

LONGEST_CLIP_MS: Millis = 15_000
BEFORE_ADVICE_MS: Millis = 1_500
BEFORE_CUT_MS: Millis = 4_000
AFTER_MS: Millis = 1_500

MOST_CLIPS = 12
MOST_BYTES = 3_000_000
"""Of sound, before it is written as text, which makes a third more of it."""


@dataclass(frozen=True, slots=True)
class Clips:
    """Sounds as data URIs, by the anchor of their moment.

    Attributes:
        left_out: How many moments stay silent because the page would grow too large.
    """

    sounds: Mapping[str, str] = field(default_factory=dict)
    left_out: int = 0


def advice_anchor(number: int) -> str:
    """Return what the piece of advice of that number, from 1 on, is called in a page."""
    return f"advice-{number}"


def clips_of(recording: Path, timeline: Timeline, advice: Sequence[Advice]) -> Clips:
    """Cut both voices' sound of each moment out of a recording, the advice's first.

    Raises:
        AudioProblem: The recording can't be read; the message names it.
    """
    sounds: dict[str, str] = {}
    left_out = room = 0
    for name, span in _moments(timeline, advice):
        flac = flac_bytes(clip(recording, span)) if len(sounds) < MOST_CLIPS else b""
        if flac and room + len(flac) <= MOST_BYTES:
            sounds[name] = f"data:audio/flac;base64,{base64.b64encode(flac).decode()}"
            room += len(flac)
        else:
            left_out += 1
    return Clips(sounds, left_out)


def _moments(timeline: Timeline, advice: Sequence[Advice]) -> Iterator[tuple[str, Span]]:
    for number, one in enumerate(advice, 1):
        yield advice_anchor(number), _heard(one.start_ms - BEFORE_ADVICE_MS, one.end_ms)
    for number, entry in enumerate(timeline.entries):
        if isinstance(entry, Overlap) and entry.overlap_kind is OverlapKind.INTERRUPTION:
            yield anchor(number), _heard(entry.start_ms - BEFORE_CUT_MS, entry.end_ms)


def _heard(start_ms: Millis, end_ms: Millis) -> Span:
    """Return what is played of a moment: a little more than it, and not too much."""
    begin_ms = max(0, start_ms)
    return Span(begin_ms, min(end_ms + AFTER_MS, begin_ms + LONGEST_CLIP_MS))
