"""`export`: write out a rehearsal that was kept."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.commands.output import answer, say, write_json, write_lines
from trainer.commands.program import open_program
from trainer.commands.reports import add_report, refuse_stray_clips
from trainer.commands.words import Words, add_word

if TYPE_CHECKING:
    from trainer.records.report import Beside
    from trainer.records.store import RehearsalSummary, StoredRehearsal

__all__ = ["add"]


def add(words: Words) -> None:
    """Add the word."""
    export = add_word(words, "export", _run, "write out a rehearsal that was kept")
    export.add_argument("rehearsal", nargs="?", type=int, help="its number; without one, the list")
    add_report(export)
    export.add_argument(
        "--transcript", type=Path, help="write what was said there too, to correct it and rescore"
    )


def _run(call: argparse.Namespace) -> int:
    from trainer.records.interchange import kept_document, transcript_lines
    from trainer.records.report import heading_of, write_report

    refuse_stray_clips(call)
    with open_program() as program:
        if call.rehearsal is None:
            _show_kept(call, program.records.rehearsals())
            return 0
        stored, rating = program.rated(call.rehearsal)
        if call.report:
            scenario = program.library.scenario(stored.summary.scenario_id)
            heading = heading_of(scenario, stored.summary)
            beside = _beside(stored, clips=call.clips)
            write_report(call.report, heading, stored.rated, rating, beside)
            say(f"The report is in {call.report}")
        if call.transcript:
            write_lines(call.transcript, transcript_lines(stored.rated))
            say(f"The transcript is in {call.transcript}")
    write_json(kept_document(stored, rating))
    return 0


def _beside(stored: "StoredRehearsal", *, clips: bool) -> "Beside":
    from trainer.records.problems import RecordsProblem
    from trainer.records.report import Beside

    if clips and stored.recording is None:
        raise RecordsProblem(
            f"There is no sound of rehearsal {stored.summary.id} any more. "
            "Leave --clips out for a report without it."
        )
    recording = stored.recording if clips else None
    return Beside(stored.notes, recording, stored.own_marks, stored.otherwise)


def _show_kept(call: argparse.Namespace, kept: "Sequence[RehearsalSummary]") -> None:
    rows = [
        {
            "rehearsal": one.id,
            "scenario": one.scenario_id,
            "title": one.title,
            "started_at": one.started_at.isoformat(),
            "overall": one.overall,
        }
        for one in kept
    ]
    lines = (
        f"{one.id:5}  {one.started_at.astimezone():%Y-%m-%d %H:%M}  {one.title}" for one in kept
    )
    answer(call, rows, "\n".join(lines) or "No rehearsal has been kept yet.")
