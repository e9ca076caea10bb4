"""What the microphone's blocks come to: echo out, levels, and when the trainee speaks."""

from collections.abc import Callable
from dataclasses import replace

from trainer.conversation.blocks import Block, Millis, silence
from trainer.conversation.turns import SpeechStarted, SpeechStopped
from trainer.rehearsal.events import RehearsalEvent
from trainer.rehearsal.levels import Levels
from trainer.rehearsal.ports import EchoCanceller, Gate

__all__ = ["Senses"]


class Senses:
    """Canceller, gate and key, one block after the other."""

    def __init__(
        self,
        canceller: EchoCanceller,
        gate: Gate,
        *,
        half_duplex: bool,
        push_to_talk: bool,
        tell: Callable[[RehearsalEvent], None],
    ) -> None:
        """Prepare.

        Args:
            canceller: Takes the loudspeaker out.
            gate: Tells speech from everything else.
            half_duplex: The microphone hears the loudspeaker and nothing can be done about it, so
                the gate is shut while a line plays.
            push_to_talk: The trainee speaks while a key is held; the gate is not asked.
            tell: Gets the levels.
        """
        self._canceller = canceller
        self._gate = gate
        self._half_duplex = half_duplex
        self._push_to_talk = push_to_talk
        self._tell = tell
        self._levels = Levels()
        self._key_down = False
        self._key_heard = False

    def hold_key(self, *, down: bool) -> None:
        """Note that the key to talk is held, or no longer."""
        self._key_down = down

    def take(
        self, block: Block, *, playing: bool
    ) -> tuple[Block, SpeechStarted | SpeechStopped | None]:
        """Take the next block; return what the ears are to hear and what the gate says."""
        cleaned = self._canceller.clean(block)
        if level := self._levels.hear(block):
            self._tell(level)
        if self._push_to_talk:
            return cleaned.ears, self._key_event(block.end_ms)
        deaf = self._half_duplex and playing
        gated = replace(cleaned.gate, heard=silence()) if deaf else cleaned.gate
        return cleaned.ears, self._gate.hear(gated, over_echo=cleaned.over_echo)

    def _key_event(self, now_ms: Millis) -> SpeechStarted | SpeechStopped | None:
        if self._key_down is self._key_heard:
            return None
        self._key_heard = self._key_down
        event = SpeechStarted if self._key_down else SpeechStopped
        return event(now_ms, now_ms)
