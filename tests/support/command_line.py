"""Calls of the command line: in this process where that will do, in one of their own otherwise."""

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer.__main__ import main

__all__ = [
    "CALM_TEXT",
    "CHECKOUT",
    "CONVERSATIONS",
    "REHEARSE_KEYS",
    "TINY",
    "Said",
    "call",
    "call_apart",
    "given",
    "replies_file",
]

CHECKOUT = Path(__file__).parents[2]
CONVERSATIONS = CHECKOUT / "tests" / "data" / "conversations"
TINY = str(CHECKOUT / "tests" / "data" / "vosk-model-tiny-synthetic-en")
REHEARSE_KEYS = ["scenario", "outcome", "timeline", "moods", "scorecard"]
CALM_TEXT = """\
I am so sorry. I can hear how upsetting this is for you.

You have every right to be angry. So somebody signed for it on Monday. Is that right?
What would help you most today?
I can give you another clarinet from the stockroom today. Does that work for you?
"""


@dataclass(frozen=True)
class Said:
    """How a call ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line on stderr."""
        (line,) = self.err.splitlines()
        return line


def call(*words: object) -> Said:
    """Call the command line in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main([str(word) for word in words])
        except SystemExit as left:
            code = int(left.code or 0)
    return Said(code, out.getvalue(), err.getvalue())


def call_apart(*words: object, home: Path) -> Said:
    """Call the command line as a person would, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "trainer", *map(str, words)],
        cwd=CHECKOUT,
        env={**os.environ, "SOFT_ANSWER_HOME": str(home)},
        check=False,
        capture_output=True,
        text=True,
        timeout=100,
    )
    return Said(done.returncode, done.stdout, done.stderr)


@contextlib.contextmanager
def given(text: bytes) -> Iterator[None]:
    """Have this text on stdin meanwhile."""
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(text), encoding="latin-1")
    try:
        yield
    finally:
        sys.stdin = before


def replies_file(folder: Path, text: str) -> Path:
    """Return a file with the replies."""
    path = folder / "replies.txt"
    path.write_text(text, encoding="utf-8")
    return path
