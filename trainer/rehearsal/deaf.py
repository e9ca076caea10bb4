"""For a trainee who types: a gate and ears that hear nothing."""

from trainer.conversation.blocks import Block, OverEcho, Samples
from trainer.conversation.words import Word

__all__ = ["DeafEars", "DeafGate"]


class DeafGate:
    """A `Gate` that hears no speech."""

    def hear(self, block: Block, *, over_echo: OverEcho | None = None) -> None:
        """Hear nothing in the block."""
        del block, over_echo


class DeafEars:
    """A `Recogniser` that hears no words."""

    def hear(self, samples: Samples) -> str:
        """Hear nothing in the sound."""
        del samples
        return ""

    def finish(self) -> tuple[Word, ...]:
        """Return no words."""
        return ()
