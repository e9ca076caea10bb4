"""`rehearse`: a whole rehearsal without a window."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.commands.input import lines_of, sound_files
from trainer.commands.output import say, write, write_json
from trainer.commands.program import open_program, wanted_ears
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
    rehearse.add_argument("--report", type=Path, metavar="OUT.html")
    rehearse.add_argument("--ears", help="a model's name or folder, or pocketsphinx")


def run(call: argparse.Namespace) -> int:
    """Rehearse, rate it, and tell both."""
    from trainer.records.interchange import rehearse_document
    from trainer.records.plain_text import scorecard_text, timeline_text
    from trainer.records.report import heading_of, write_report

    with open_program() as program:
        scenario = program.library.scenario(call.scenario)
        timeline = _rehearsed(program, scenario, call)
        rating = program.rate(timeline, scenario)
        if call.report:
            write_report(call.report, heading_of(scenario), timeline, rating)
            say(f"The report is in {call.report}")
        if call.json:
            write_json(rehearse_document(scenario.id, timeline, rating))
        else:
            write(timeline_text(timeline, scenario.customer.name))
            write(scorecard_text(rating))
    return 0


def _rehearsed(program: "Program", scenario: "Scenario", call: argparse.Namespace) -> "Timeline":
    if call.text_replies:
        lines = lines_of(call.text_replies)
        return program.rehearse_texts(scenario, [line for line in lines if line], call.seed)
    if call.replies:
        replies = sound_files(call.replies)
        ears = wanted_ears(program, call.ears)
        return program.rehearse_recordings(scenario, replies, ears, call.seed, say)
    return program.rehearse_aloud(scenario, wanted_ears(program, call.ears), call.seed, say)
