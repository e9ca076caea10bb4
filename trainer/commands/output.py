"""What words write: text or JSON to stdout, talk to stderr."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from trainer.commands.problems import BadFile

__all__ = ["answer", "say", "show_progress", "write", "write_json", "write_lines"]


def answer(call: argparse.Namespace, document: object, text: str) -> None:
    """Write the document where JSON was asked for, the text where not."""
    write_json(document) if call.json else write(text)


def write(text: str) -> None:
    """Write text to stdout, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def write_json(document: object) -> None:
    """Write a document to stdout, on one line."""
    write(json.dumps(document, allow_nan=False))


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines of text into a file.

    Raises:
        BadFile: It can't be written.
    """
    try:
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    except OSError as refused:
        why = refused.strerror or refused
        raise BadFile(f"{path} can't be written: {why}. Choose another place for it.") from refused


def say(text: str) -> None:
    """Talk to whoever called, on stderr."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


@contextmanager
def show_progress(what: str, unit: str = "ms") -> Iterator[Callable[[int, int], None]]:
    """Draw a bar on stderr, if that is a terminal; give what moves it: done, and the total."""
    from tqdm import tqdm

    with tqdm(desc=what, unit=unit, unit_scale=True, file=sys.stderr, disable=None) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total or None
            bar.update(done - bar.n)

        yield show
