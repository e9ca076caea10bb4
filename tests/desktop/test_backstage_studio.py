"""The studio over the real program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from trainer.app import Program
from trainer.desktop.backstage import ProgramServices
from trainer.records.folders import Folders
from trainer.scenario.situation import Situation


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Return the program in folders of the test's own."""
    return Program(Folders(*(tmp_path / name for name in ("data", "config", "cache", "models"))))


@pytest.fixture
def services(program: Program) -> Iterator[ProgramServices]:
    """Return the services over it."""
    services = ProgramServices(lambda: program)
    yield services
    services.close()


def test_a_scenario_is_written_tried_and_handed_on(
    services: ProgramServices, program: Program, tmp_path: Path
) -> None:
    """From the template to the library, over a draft, to a pack; deleted and brought back."""
    begun = services.begin_text()
    services.keep_draft(begun.name, begun.text + "# more\n", 1)
    opened = services.open_text(begun.name)
    assert opened.text.endswith("# more\n")

    assert services.save_text(begun.name, opened.text, 2) == "new-scenario"
    assert "new-scenario" in program.library.scenarios
    assert not services.studio_shelf()[0].draft

    checked = services.check_text(opened.text)
    assert checked.scenario is not None
    bench = services.bench(checked.scenario, 30, Situation.SILENCE)
    assert bench.exchanges[0].pressure == 30

    services.export_pack(tmp_path / "pack.zip", ["new-scenario"])
    assert (tmp_path / "pack.zip").is_file()
    removed = services.remove_text("new-scenario")
    assert "new-scenario" not in program.library.scenarios
    services.bring_back_text(removed)
    assert services.open_text("new-scenario") == removed


def test_a_draft_is_dropped_and_a_bundled_one_copied(services: ProgramServices) -> None:
    """What was never saved is gone when it is dropped; the copy has an id of its own."""
    copied = services.copy_text("double-charge")
    services.keep_draft(copied.name, copied.text, 1)
    services.drop_draft(copied.name, 2)

    assert copied.name == "double-charge-copy"
    assert not any(one.own for one in services.studio_shelf())
