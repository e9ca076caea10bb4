"""Measures of fluency, which a person may leave out: fillers, pauses, and what is made of them.

Who stammers is not rated for it. A pace below the band is made of pauses too, and so is silence
before an answer: neither costs anything then.
"""

from collections.abc import Mapping
from dataclasses import replace

from trainer.rating.scorecard import Pacing, ReplyPacing

__all__ = ["FLUENCY", "LEFT_OUT", "left_out", "without_fluency"]

LEFT_OUT = "You chose to leave these out."

FLUENCY = ("fillers_per_100_words", "pause_ratio", "mean_pause_ms", "longest_pause_ms")
"""The measures that are left out, of a rehearsal and of a reply."""

DEAD_AIR = "dead_air"


def left_out(measures: Pacing) -> Mapping[str, str]:
    """Return what was left out by the person's own choice, and why."""
    if not measures.fluency_left_out:
        return {}
    return dict.fromkeys((*FLUENCY, DEAD_AIR), LEFT_OUT)


def without_fluency(pacing: Pacing) -> Pacing:
    """Return the pacing with nothing in it that tells fluency."""
    made_of = {name: parts for name, parts in pacing.made_of.items() if name not in FLUENCY}
    return replace(
        pacing,
        fillers_per_100_words=None,
        fillers_estimated=False,
        pause_ratio=None,
        mean_pause_ms=None,
        longest_pause_ms=None,
        fluency_left_out=True,
        replies=tuple(_reply_without(reply) for reply in pacing.replies),
        made_of=made_of,
    )


def _reply_without(reply: ReplyPacing) -> ReplyPacing:
    return replace(
        reply,
        fillers_per_100_words=None,
        pause_ratio=None,
        mean_pause_ms=None,
        longest_pause_ms=None,
    )
