"""`rescore`: rate a rehearsal that was kept again, the old rating beside the new one."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.commands.input import lines_of
from trainer.commands.output import answer
from trainer.commands.program import open_program
from trainer.commands.words import Words, add_word

if TYPE_CHECKING:
    from trainer.conversation.timeline import Timeline
    from trainer.rating.scorecard import Rating

__all__ = ["add"]


def add(words: Words) -> None:
    """Add the word."""
    rescore = add_word(words, "rescore", _run, "rate a kept rehearsal again, old beside new")
    rescore.add_argument("rehearsal", type=int, help="its number; ./run export lists them")
    rescore.add_argument(
        "--transcript", metavar="FILE", help="what export --transcript wrote, corrected"
    )
    rescore.add_argument("--rubric", type=Path, metavar="FILE", help="rate by this one")
    rescore.add_argument("--why", default="", help="a reason to keep with it")


def _run(call: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from trainer.rating.calibration import differences
    from trainer.records.interchange import scorecard_document

    lines = lines_of(call.transcript) if call.transcript else None
    why = call.why or ("the transcript was corrected" if lines else "the rubric may have changed")
    with open_program() as program:
        if call.rubric:
            program.library.rate_by(call.rubric)
        before, after = program.rescore(
            call.rehearsal,
            why,
            datetime.now(UTC),
            lambda timeline: _corrected(timeline, lines, call.transcript),
        )
    document = {
        "rehearsal": call.rehearsal,
        "why": why,
        "before": scorecard_document(before),
        "after": scorecard_document(after),
        "change": dict(differences(after.scorecard.marks, before.scorecard.marks)),
    }
    answer(call, document, _side_by_side(before, after))
    return 0


def _corrected(timeline: "Timeline", lines: Sequence[str] | None, name: str) -> "Timeline":
    from trainer.records.transcripts import corrected

    return timeline if lines is None else corrected(timeline, lines, name)


def _side_by_side(before: "Rating", after: "Rating") -> str:
    from trainer.records.wording import MARKS, mark_text

    old, new = before.scorecard, after.scorecard
    rows = [("Overall", old.overall, new.overall)]
    rows += [
        (title, getattr(old.marks, name), getattr(new.marks, name)) for name, title in MARKS.items()
    ]
    return "\n".join(f"{title:18} {mark_text(was):22} {mark_text(now)}" for title, was, now in rows)
