"""The window's services as the program gives them, a file a subject.

The window is shown before the program is made: what is heavy is imported by the first call, which
comes from a worker thread.
"""

from trainer.desktop.backstage.belongings import BelongingsBackstage
from trainer.desktop.backstage.calls import CallBackstage
from trainer.desktop.backstage.choices import ChoiceBackstage
from trainer.desktop.backstage.devices import DeviceBackstage
from trainer.desktop.backstage.history import HistoryBackstage
from trainer.desktop.backstage.library import LibraryBackstage
from trainer.desktop.backstage.models import ModelBackstage
from trainer.desktop.backstage.people import PeopleBackstage
from trainer.desktop.backstage.progress import ProgressBackstage
from trainer.desktop.backstage.reviews import ReviewBackstage
from trainer.desktop.backstage.sound import SoundBackstage
from trainer.desktop.backstage.stage import Program
from trainer.desktop.backstage.voices import VoiceBackstage

__all__ = ["Program", "ProgramServices"]


class ProgramServices(
    PeopleBackstage,
    LibraryBackstage,
    SoundBackstage,
    CallBackstage,
    ReviewBackstage,
    HistoryBackstage,
    ChoiceBackstage,
    DeviceBackstage,
    VoiceBackstage,
    ModelBackstage,
    BelongingsBackstage,
    ProgressBackstage,
):
    """`Services` over the real program."""
