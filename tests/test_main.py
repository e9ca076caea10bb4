"""The call itself, whatever its word."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command_line import CHECKOUT, Said, call
from trainer import __version__


def test_help_answers_in_a_blink() -> None:
    """Nothing heavy is imported to say what there is."""
    code = (
        "import sys, trainer.__main__ as m\n"
        "try: m.main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=CHECKOUT, check=True, capture_output=True, text=True
    )

    imported = set(done.stderr.split())
    assert "rehearse" in done.stdout
    rooms = {name.split(".")[1] for name in imported if name.startswith("trainer.")}
    assert rooms == {"__main__", "commands"}
    assert not imported & {"numpy", "pydantic", "PySide6", "sqlalchemy", "soundfile", "vosk"}


def test_the_version_is_told() -> None:
    """For whoever reports a fault."""
    assert call("--version").out == f"Soft Answer {__version__}\n"


@pytest.mark.parametrize(
    "words", [["dance"], ["models"], ["scenarios", "check"], ["rehearse"], ["export", "seven"]]
)
def test_a_wrong_call_ends_with_two(words: list[str]) -> None:
    """What is wrong goes to stderr, with the usage."""
    said = call(*words)

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("usage: run")


def test_ctrl_c_ends_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """As other programs do."""
    monkeypatch.setattr("trainer.commands.program.make_program", raising(KeyboardInterrupt()))

    assert call("scenarios", "list") == Said(130, "", "")


def test_what_nobody_foresaw_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program's own is told as such."""
    monkeypatch.setattr("trainer.commands.program.make_program", raising(ZeroDivisionError()))

    with pytest.raises(ZeroDivisionError):
        call("scenarios", "list")


def raising(problem: BaseException) -> Callable[[], None]:
    """Return a function that raises it."""

    def fail() -> None:
        raise problem

    return fail


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe that breaks is POSIX")
def test_a_reader_who_has_had_enough_is_no_fault(tmp_path: Path) -> None:
    """``./run techniques FILE | head -1`` ends without a trace."""
    path = tmp_path / "replies.txt"
    path.write_text("i am so sorry\n" * 4_000, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "trainer", "techniques", path, "--json"],
        cwd=CHECKOUT,
        env={**os.environ, "SOFT_ANSWER_HOME": str(tmp_path / "soft-answer")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
