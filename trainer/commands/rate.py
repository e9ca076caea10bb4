"""`rate`: a recorded conversation, or its transcript."""

import argparse
from pathlib import Path

from trainer.commands.input import lines_of
from trainer.commands.output import show_progress, write, write_json
from trainer.commands.problems import WrongCall
from trainer.commands.program import open_program, wanted_ears
from trainer.commands.words import Words, add_word

__all__ = ["add"]


def add(words: Words) -> None:
    """Add the word."""
    rate = add_word(words, "rate", _run, "rate a recorded conversation")
    rate.add_argument("recording", type=Path, nargs="?", help="customer left, trainee right")
    rate.add_argument("--trainee-channel", choices=("right", "left", "mono"), default="right")
    rate.add_argument("--scenario", help="id of the scenario that it follows")
    rate.add_argument("--transcript", type=Path, metavar="FILE", help="a turn a line, as JSON")
    rate.add_argument("--rubric", type=Path, metavar="FILE", help="rate by this one")
    rate.add_argument("--ears", help="a model's name or folder, or pocketsphinx")


def _run(call: argparse.Namespace) -> int:
    from trainer.records.interchange import rate_document
    from trainer.records.plain_text import scorecard_text, timeline_text
    from trainer.records.transcripts import read_transcript

    with open_program() as program:
        if call.rubric:
            program.library.rate_by(call.rubric)
        scenario = program.library.scenario(call.scenario) if call.scenario else None
        if call.transcript:
            name = str(call.transcript)
            timeline = read_transcript(lines_of(name), name, program.library.overlap_rules)
        else:
            if call.recording is None:
                raise WrongCall("Name a recording, or a transcript with --transcript.")
            ears = wanted_ears(program, call.ears)
            with show_progress(f"Listening to {call.recording.name}") as progress:
                timeline = program.listen_to_recording(
                    call.recording, call.trainee_channel, ears, progress
                )
        rating = program.rate(timeline, scenario)
        if call.json:
            write_json(rate_document(timeline, rating))
        else:
            write(timeline_text(timeline, scenario.customer.name if scenario else "Customer"))
            write(scorecard_text(rating))
    return 0
