import sys
from pathlib import Path

import pytest

from tests.support.command_line import call


def test_an_unknown_benchmark_is_one_line() -> None:
    """It says where they lie."""
    said = call("bench", "no-such-thing", "--json")
    nested = call("bench", "no.such.thing")

    assert (said.code, said.out, nested.code) == (1, "", 1)
    assert said.complaint.startswith('There is no benchmark "no-such-thing" here.')


def test_a_benchmark_is_run_with_its_seed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its words reach it, and its own mistakes are not hidden."""
    folder = tmp_path / "benchmarks"
    folder.mkdir()
    (folder / "told.py").write_text("import sys; print(sys.argv[1:])", "utf-8")
    (folder / "broken.py").write_text("import no_such_module", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "argv", [])
    monkeypatch.delitem(sys.modules, "benchmarks", raising=False)

    assert call("bench", "told", "--seed", 3, "--json").out == "['--seed', '3', '--json']\n"
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        call("bench", "broken")
