"""`rehearse`: a whole rehearsal without a window."""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from trainer.commands.input import lines_of, sound_files
from trainer.commands.output import say, write, write_json
from trainer.commands.problems import WrongCall
from trainer.commands.program import open_program, wanted_ears
from trainer.commands.reports import add_report, refuse_stray_clips
from trainer.commands.words import Words, add_word

if TYPE_CHECKING:
    from trainer.app import Program
    from trainer.conversation.timeline import Timeline
    from trainer.scenario.scenario import Scenario

__all__ = ["add", "run"]


def add(words: Words) -> None:
    """Add the word."""
    rehearse = add_word(words, "rehearse", run, "a whole rehearsal without a window")
    rehearse.add_argument("scenario", help="id of a scenario, or a scenario file")
    replies = rehearse.add_mutually_exclusive_group()
    replies.add_argument(
        "--replies", nargs="+", type=Path, metavar="FILE", help="sound files in order, or a folder"
    )
    replies.add_argument("--text-replies", metavar="FILE", help="a reply a line; - is stdin")
    rehearse.add_argument("--seed", type=int, default=1, help="another customer, same temper")
    add_report(rehearse)
    rehearse.add_argument("--ears", help="a model's name or folder, or pocketsphinx")


def run(call: argparse.Namespace) -> int:
    """Rehearse, rate it, and tell both."""
    from trainer.records.interchange import rehearse_document
    from trainer.records.plain_text import scorecard_text, timeline_text
    from trainer.records.report import Beside, heading_of, write_report

    _refuse_silent_clips(call)
    with open_program() as program, TemporaryDirectory() as folder:
        scenario = program.library.scenario(call.scenario)
        recording = Path(folder) / "rehearsal.flac" if call.clips else None
        timeline = _rehearsed(program, scenario, call, recording)
        rating = program.rate(timeline, scenario)
        if call.report:
            beside = Beside(recording=recording)
            write_report(call.report, heading_of(scenario), timeline, rating, beside)
            say(f"The report is in {call.report}")
        if call.json:
            write_json(rehearse_document(scenario.id, timeline, rating))
        else:
            write(timeline_text(timeline, scenario.customer.name))
            write(scorecard_text(rating))
    return 0


def _refuse_silent_clips(call: argparse.Namespace) -> None:
    if call.clips and call.text_replies:
        raise WrongCall("Written replies have no sound: leave --clips out, or use --replies.")
    refuse_stray_clips(call)


def _rehearsed(
    program: "Program", scenario: "Scenario", call: argparse.Namespace, recording: Path | None
) -> "Timeline":
    if call.text_replies:
        lines = lines_of(call.text_replies)
        return program.rehearse_texts(scenario, [line for line in lines if line], call.seed)
    if call.replies:
        replies = sound_files(call.replies)
        ears = wanted_ears(program, call.ears)
        return program.rehearse_recordings(
            scenario, replies, ears, call.seed, say, recording=recording
        )
    ears = wanted_ears(program, call.ears)
    return program.rehearse_aloud(scenario, ears, call.seed, say, recording=recording)
