"""No echo canceller: for headsets, recordings and half-duplex listening."""

from trainer.conversation.blocks import Block, Cleaned

__all__ = ["NoEcho"]


class NoEcho:
    """An `EchoCanceller` for a microphone that does not hear the loudspeaker."""

    def clean(self, block: Block) -> Cleaned:
        """Return the block as it is."""
        return Cleaned(block, block)
