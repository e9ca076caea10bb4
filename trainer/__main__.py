"""The command line: reads a call, runs its word and ends with an exit code.

With ``--json`` only JSON goes to stdout and talk goes to stderr. Exit code 0 when it worked, 2 for
a wrong call, 1 for bad input with one clear line on stderr.
"""

import argparse
import io
import multiprocessing
import os
import sys
from collections.abc import Sequence

from trainer import __version__
from trainer.commands import (
    bench,
    doctor,
    export,
    models,
    rate,
    rehearse,
    rescore,
    scenarios,
    start,
    techniques,
    voices,
)
from trainer.commands.output import say
from trainer.commands.problems import WrongCall, is_said_plainly

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return the exit code."""
    multiprocessing.freeze_support()
    _speak_utf8()
    parser = _parser()
    call, options = parser.parse_known_args(arguments)
    if options and call.run is not bench.run:
        parser.error(f"unrecognized arguments: {' '.join(options)}")
    call.options = options
    try:
        code: int = call.run(call)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return _unheard()
    except Exception as problem:
        if not is_said_plainly(problem):
            raise
        say(str(problem))
        return 2 if isinstance(problem, WrongCall) else 1
    return code


def _speak_utf8() -> None:
    """Read and write UTF-8 into pipes and files too, where Windows would take its code page."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _unheard() -> int:
    """Stop without a word: whoever read the output, such as ``head``, has had enough."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - Python flushes it at exit
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="run", description="Rehearse with an upset customer, aloud and offline."
    )
    parser.add_argument("--version", action="version", version=f"Soft Answer {__version__}")
    parser.add_argument(
        "--until-ready", action="store_true", help="close the window once it can be used"
    )
    parser.set_defaults(run=start.run)
    words = parser.add_subparsers(title="words", metavar="WORD")
    rehearse.add(words)
    rate.add(words)
    scenarios.add(words)
    voices.add(words)
    models.add(words)
    techniques.add(words)
    doctor.add(words)
    export.add(words)
    rescore.add(words)
    bench.add(words)
    return parser


if __name__ == "__main__":
    sys.exit(main())
