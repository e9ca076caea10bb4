"""How a word comes onto the command line."""

import argparse
from collections.abc import Callable
from typing import TypeAlias

__all__ = ["Words", "add_group", "add_word"]

Words: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - its only name


def add_word(
    words: Words, name: str, run: Callable[[argparse.Namespace], int], what: str
) -> argparse.ArgumentParser:
    """Add a word that runs a function with the call and ends with the code it returns."""
    parser = words.add_parser(name, help=what, description=what)
    parser.add_argument("--json", action="store_true", help="only JSON on stdout")
    parser.set_defaults(run=run)
    return parser


def add_group(words: Words, name: str, what: str) -> Words:
    """Add a word that needs another after it."""
    group = words.add_parser(name, help=what, description=what)
    return group.add_subparsers(title="words", metavar="WORD", required=True)
