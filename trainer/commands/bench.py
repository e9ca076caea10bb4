"""`bench`: measure how fast and how right it is."""

import argparse
import sys

from trainer.commands.output import say
from trainer.commands.words import Words, add_word

__all__ = ["add", "run"]


def add(words: Words) -> None:
    """Add the word, which hands the options that it does not know to the benchmark."""
    bench = add_word(words, "bench", run, "measure how fast and how right it is")
    bench.add_argument("name", nargs="?", default="overview")
    bench.add_argument("--seed", type=int, help="other data; the benchmark says which it takes")


def run(call: argparse.Namespace) -> int:
    """Run a benchmark of the checkout as a program."""
    import runpy

    name = f"benchmarks.{call.name.replace('-', '_')}"
    if not _is_there(name):
        say(f'There is no benchmark "{call.name}" here. They lie in benchmarks/ of a checkout.')
        return 1
    seed = [] if call.seed is None else ["--seed", str(call.seed)]
    sys.argv = [name, *seed, *(["--json"] if call.json else []), *call.options]
    runpy.run_module(name, run_name="__main__")
    return 0


def _is_there(module: str) -> bool:
    from importlib.util import find_spec

    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # the package itself is missing
        return False
