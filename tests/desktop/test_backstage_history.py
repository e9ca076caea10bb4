"""Who is rehearsing, their history and their progress, over the real program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.rehearsals import finished, later
from trainer.app import Program
from trainer.desktop.backstage import ProgramServices
from trainer.rating.scorecard import Marks
from trainer.records.folders import Folders
from trainer.records.progress import WentWell
from trainer.records.store import Search
from trainer.scenario.kinds import Competence


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


def test_nobody_has_to_give_a_name(services: ProgramServices, program: Program) -> None:
    """What is rehearsed before anybody did is kept under a common one."""
    assert (services.person(), services.people()) == ("", [])

    program.records.save(finished(profile=program.profile))

    assert len(services.rehearsals()) == 1


def test_who_rehearses_is_remembered(services: ProgramServices, program: Program) -> None:
    """A new name is kept beside the others, and the next start knows who was last."""
    services.choose_person("Ben")
    services.choose_person("Ada")
    services.choose_person("Ada")

    assert services.people() == ["Ada", "Ben"]
    assert services.person() == "Ada"
    assert Program(program.folders).profile == "Ada"


def test_everybody_sees_their_own(services: ProgramServices, program: Program) -> None:
    """Lists, searches, tags and progress follow who is rehearsing."""
    services.choose_person("Ada")
    adas = program.records.save(finished())
    program.records.save(finished(profile="Ben", minutes=1))
    services.tag([adas], "rent")

    assert [one.id for one in services.rehearsals()] == [adas]
    assert services.found(Search()) == (adas,)
    assert services.tags() == ("rent",)
    assert [one.overall for one in services.tried()] == [78]
    assert services.summaries([adas])[0].tags == ("rent",)
    services.choose_person("Ben")
    assert services.tags() == ()
    assert adas not in services.found(Search())
    assert services.progress().marks["overall"].count == 1


def test_progress_adds_up_what_is_kept(services: ProgramServices, program: Program) -> None:
    """Marks, the competences of the library's scenario, and how one judges oneself."""
    services.choose_person("Ada")
    for minutes in range(2):
        kept = program.records.save(finished(minutes=minutes))
    program.records.mark_oneself(kept, Marks(listening=50), later(9))

    progress = services.progress()

    assert progress.marks["listening"].middle == 58
    assert Competence.LET_VENT in progress.competences
    assert progress.judgement["listening"].mean == -8
    assert progress.lately is not None
    assert progress.lately.what is WentWell.SETTLED


def test_rehearsals_are_looked_at_tagged_binned_and_restored(
    services: ProgramServices, program: Program
) -> None:
    """As a list asks for it."""
    services.choose_person("Ada")
    kept = [program.records.save(finished(minutes=minutes)) for minutes in range(3)]

    services.reviewed(kept[0])
    services.tag(kept, "rent")
    services.untag(kept[:2], "rent")
    services.trash(*kept[1:])
    gone = services.rehearsals()
    services.restore(*kept[1:])

    assert [one.id for one in gone] == kept[:1]
    assert gone[0].reviewed_at is not None
    assert [one.tags for one in services.summaries(kept)] == [(), (), ("rent",)]
    assert [one.id for one in services.rehearsals(limit=1)] == kept[2:]
