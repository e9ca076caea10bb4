"""A live rehearsal as it is asked for, and how the trainee will be listened to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import Listening
from trainer.conversation.turns import Timing
from trainer.customer.state import CustomerState
from trainer.rehearsal.events import RehearsalEvent
from trainer.rehearsal.sound_check import Duplex, SoundCheckResult
from trainer.scenario.scenario import Scenario
from trainer.speech.ears import Ears

__all__ = ["LiveCall", "listening_with"]

NOT_CHECKED = (
    "No sound check was passed before this rehearsal, so what the microphone heard over the "
    "customer may have been the loudspeaker. Do the sound check first."
)
ECHO = (
    "The loudspeaker drowned you, so you were not listened to while the customer spoke. "
    "Use a headset, or turn the loudspeaker down."
)
NO_FILLERS = "{name} does not know um and uh, so fillers could not be counted."

TYPING_MS: Millis = 60_000
"""Somebody who types is given this long before the customer asks whether anybody is there."""


@dataclass(frozen=True, slots=True)
class LiveCall:
    """What a live rehearsal is to be.

    Attributes:
        scenario: What is rehearsed.
        tell: Gets every event, in the rehearsal's thread.
        check: The sound check's verdict; None when none was made.
        typed: Replies come from the keyboard; no microphone is opened.
        ears: What listens; None for the person's own choice.
        recording: Where the sound of both goes; None to keep none.
        seed: Chooses between the customer's wordings.
        taken_up: What the customer is like where another rehearsal is taken up; None to begin at
            the beginning.
    """

    scenario: Scenario
    tell: Callable[[RehearsalEvent], None]
    check: SoundCheckResult | None = None
    typed: bool = False
    ears: Ears | None = None
    recording: Path | None = None
    seed: int = 0
    taken_up: CustomerState | None = None

    @property
    def half_duplex(self) -> bool:
        """Whether the trainee can't be listened to while the customer speaks."""
        return self.check is None or not self.check.heard or self.check.duplex is Duplex.HALF

    def listening(self, ears: Ears | None) -> Listening:
        """Say how the trainee is listened to."""
        if ears is None:
            return Listening()
        if self.check is None or not self.check.heard:
            return listening_with(ears, NOT_CHECKED)
        listening = listening_with(ears, ECHO if self.half_duplex else "")
        return replace(listening, baseline=self.check.baseline)

    @property
    def timing(self) -> Timing:
        """How long things may last: the customer's patience; who types is given a minute."""
        usual = Timing(monologue_ms=self.scenario.customer.patience_s * 1_000)
        return replace(usual, patience_ms=TYPING_MS) if self.typed else usual


def listening_with(ears: Ears, interruptions: str = "") -> Listening:
    """Say how the trainee is listened to, and what that leaves unrated."""
    name = f"{ears.name} ({ears.model})"
    fillers = "" if ears.has_fillers else NO_FILLERS.format(name=ears.name)
    return Listening(name, interruptions, fillers)
