from pathlib import Path

import pytest

from tests.support.command_line import call
from trainer.commands.input import sound_files
from trainer.desktop.backstage import ProgramServices
from trainer.desktop.window import close_windows
from trainer.records.look import Look


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
    """In the person's own look; ``--until-ready`` closes it once it can be used."""
    ran: list[object] = []
    chosen = Look("dark", 150)
    monkeypatch.setattr("trainer.records.look.read_look", lambda _: chosen)

    def run(services: ProgramServices, then: object, look: Look) -> int:
        assert services.scenarios()
        assert look == chosen
        ran.append(then)
        return 0

    monkeypatch.setattr("trainer.desktop.window.has_display", lambda: True)
    monkeypatch.setattr("trainer.desktop.window.run", run)

    assert call().code == 0
    assert call("--until-ready").code == 0
    assert ran == [None, close_windows]
