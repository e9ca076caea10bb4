"""What the window asks of the program; `app` provides it, tests hand in a fake.

Everything here returns at once or is called from a worker thread; what takes time reports back
through the callback it was given, from a thread of its own. `bridge` carries that into Qt. A file
a subject: a page is given only what it asks for.
"""

from typing import Protocol

from trainer.desktop.services.calls import CallServices, CallWays, RunningRehearsal, Watch
from trainer.desktop.services.history import HistoryServices
from trainer.desktop.services.library import LibraryServices
from trainer.desktop.services.reviews import ReviewServices
from trainer.desktop.services.sound import EarsChoice, SoundServices

__all__ = [
    "CallServices",
    "CallWays",
    "EarsChoice",
    "HistoryServices",
    "LibraryServices",
    "ReviewServices",
    "RunningRehearsal",
    "Services",
    "SoundServices",
    "Watch",
]


class Services(
    LibraryServices, SoundServices, CallServices, ReviewServices, HistoryServices, Protocol
):
    """The program behind the window."""
