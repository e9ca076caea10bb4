"""What words say about the report that they write."""

import argparse
from pathlib import Path

from trainer.commands.problems import WrongCall

__all__ = ["add_report", "refuse_stray_clips"]


def add_report(word: argparse.ArgumentParser) -> None:
    """Let a word be told where its report is to lie, and whether it holds sound."""
    word.add_argument(
        "--report", type=Path, metavar="OUT", help="write a report: OUT.html or OUT.pdf"
    )
    word.add_argument(
        "--clips", action="store_true", help="put the sound of its moments into the HTML report"
    )


def refuse_stray_clips(call: argparse.Namespace) -> None:
    """Refuse clips that no report could hold, before anything long is done.

    Raises:
        WrongCall: There is no report, or it is a PDF.
    """
    if call.clips and not call.report:
        raise WrongCall("--clips goes with --report OUT.html, which holds the sound.")
    if call.clips and call.report.suffix.lower() == ".pdf":
        raise WrongCall("A PDF holds no sound: name a report that ends in .html.")
