"""What the window asks of the program; `app` provides it, tests hand in a fake.

Everything here returns at once or is called from a worker thread; what takes time reports back
through the callback it was given, from a thread of its own. `bridge` carries that into Qt. A file
a subject: a page is given only what it asks for.
"""

from typing import Protocol

from trainer.desktop.services.belongings import Belongings, BelongingServices
from trainer.desktop.services.calls import CallServices, CallWanted, RunningRehearsal, Watch
from trainer.desktop.services.choices import ChoiceServices
from trainer.desktop.services.devices import Devices, DeviceServices
from trainer.desktop.services.history import HistoryServices
from trainer.desktop.services.library import LibraryServices
from trainer.desktop.services.models import ModelChoice, ModelServices
from trainer.desktop.services.people import PeopleServices
from trainer.desktop.services.progress import ProgressServices
from trainer.desktop.services.reviews import ReviewServices, Voice
from trainer.desktop.services.sound import EarsChoice, SoundServices
from trainer.desktop.services.studio import StudioServices
from trainer.desktop.services.voices import VoiceChoice, VoiceServices

__all__ = [
    "BelongingServices",
    "Belongings",
    "CallServices",
    "CallWanted",
    "ChoiceServices",
    "DeviceServices",
    "Devices",
    "EarsChoice",
    "HistoryServices",
    "LibraryServices",
    "ModelChoice",
    "ModelServices",
    "PeopleServices",
    "ProgressServices",
    "ReviewServices",
    "RunningRehearsal",
    "Services",
    "SoundServices",
    "StudioServices",
    "Voice",
    "VoiceChoice",
    "VoiceServices",
    "Watch",
]


class Services(
    PeopleServices,
    LibraryServices,
    SoundServices,
    CallServices,
    ReviewServices,
    HistoryServices,
    ChoiceServices,
    DeviceServices,
    VoiceServices,
    ModelServices,
    BelongingServices,
    ProgressServices,
    StudioServices,
    Protocol,
):
    """The program behind the window."""
