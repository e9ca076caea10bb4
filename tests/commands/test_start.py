from pathlib import Path

import pytest

from tests.support.command_line import call
from trainer.commands.input import sound_files
from trainer.desktop.backstage import ProgramServices
from trainer.desktop.window import close_windows


def test_without_a_display_a_whole_rehearsal_is_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the replies that come with the program (one will do here); the report is left there."""
    where = "trainer.commands.rehearse.sound_files"
    monkeypatch.setattr(where, lambda paths: sound_files(paths)[:1])
    monkeypatch.setattr("trainer.desktop.window.has_display", lambda: False)
    monkeypatch.chdir(tmp_path)
    said = call()

    assert said.code == 0
    assert said.err.startswith("There is no display here, so no window.")
    assert "a tiny model made for synthetic speech listens" in said.err
    assert "Outcome: " in said.out
    assert (tmp_path / "soft-answer-report.html").is_file()


def test_with_a_display_the_window_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what it used is let go of; ``--until-ready`` closes it once it can be used."""
    ran: list[object] = []

    def run(services: ProgramServices, then: object) -> int:
        assert services.scenarios()
        ran.append(then)
        return 0

    monkeypatch.setattr("trainer.desktop.window.has_display", lambda: True)
    monkeypatch.setattr("trainer.desktop.window.run", run)

    assert call().code == 0
    assert call("--until-ready").code == 0
    assert ran == [None, close_windows]
