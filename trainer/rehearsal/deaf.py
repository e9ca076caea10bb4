"""For a trainee who types: a gate and ears that hear nothing."""

from trainer.conversation.blocks import Block, Samples
from trainer.conversation.words import Word

__all__ = ["DeafEars", "DeafGate"]


class DeafGate:
    """A `Gate` that hears no speech."""

    def hear(self, block: Block, *, echo_only: bool = False) -> None:
        """Hear nothing in the block."""
        del block, echo_only


class DeafEars:
    """A `Recogniser` that hears no words."""

    def hear(self, samples: Samples) -> str:
        """Hear nothing in the sound."""
        del samples
        return ""

    def finish(self) -> tuple[Word, ...]:
        """Return no words."""
        return ()
