"""A program for the window to talk to: everything is at hand, nothing sounds, nothing is kept."""

from dataclasses import dataclass

from tests.support.desktop.belongings import FakeBelongings
from tests.support.desktop.calls import FakeCalls, FakeRehearsal
from tests.support.desktop.choices import FakeChoices
from tests.support.desktop.devices import FakeDevices
from tests.support.desktop.examples import (
    example_scenario,
    example_scenarios,
    long_timeline,
    repeatable,
    stored,
    take_of,
)
from tests.support.desktop.kept import FakeReviews
from tests.support.desktop.library import FakeLibrary
from tests.support.desktop.models import FakeModels
from tests.support.desktop.people import FakePeople
from tests.support.desktop.progress import FakeProgress
from tests.support.desktop.sound import FakeSound
from tests.support.desktop.studio import FakeStudio
from tests.support.desktop.voices import FakeVoices

__all__ = [
    "FakeRehearsal",
    "FakeServices",
    "example_scenario",
    "example_scenarios",
    "long_timeline",
    "repeatable",
    "stored",
    "take_of",
]


@dataclass
class FakeServices(
    FakeProgress,
    FakeReviews,
    FakeBelongings,
    FakePeople,
    FakeLibrary,
    FakeSound,
    FakeCalls,
    FakeChoices,
    FakeDevices,
    FakeVoices,
    FakeModels,
    FakeStudio,
):
    """The program behind the window, in memory; `refusals` raise instead of answering."""
