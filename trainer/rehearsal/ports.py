"""What a rehearsal needs of the machine and of the rooms below, as Protocols.

`audio`, `speech`, `customer` and `techniques` provide the real parts, `tests/support` the fakes;
both pass the same contract tests. A port is called from the rehearsal's thread unless its docstring
says otherwise.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from trainer.conversation.blocks import Block, Cleaned, OverEcho, Samples
from trainer.conversation.lines import Line, RenderedLine
from trainer.conversation.turns import SpeechStarted, SpeechStopped
from trainer.conversation.words import Word
from trainer.customer.happenings import Happening, Reaction
from trainer.customer.state import CustomerState
from trainer.techniques.technique import Technique

__all__ = [
    "AudioLine",
    "BackchannelEar",
    "CustomerSide",
    "Deliver",
    "EchoCanceller",
    "Gate",
    "NewBackchannelEar",
    "NewGate",
    "NewRecogniser",
    "Recogniser",
    "Recorder",
    "TechniqueEar",
    "Voice",
]

Deliver = Callable[[object], None]
"""Puts one raw message of the audio line into the rehearsal's inbox; never blocks."""


class AudioLine(Protocol):
    """Microphone and loudspeaker on one timeline."""

    def open(self, deliver: Deliver) -> None:
        """Start the stream; hand each raw message to `deliver` from the line's own thread.

        Raises:
            AudioProblem: No usable device; the message says what to do.
        """

    def blocks(self, message: object) -> tuple[Block, ...]:
        """Turn a raw message that `deliver` was given into the whole blocks it completes."""

    def play(self, line: RenderedLine) -> None:
        """Start the line with the next block; a line that is playing is replaced."""

    def raise_voice(self, by_db: float) -> None:
        """Play the rest of the line louder, as far as full scale allows."""

    def hush(self) -> None:
        """Fade out what is playing within 20 ms."""

    def close(self) -> None:
        """Stop the stream and let go of the devices; may be called twice."""

    @property
    def trouble(self) -> str:
        """What is wrong with the line now in one sentence with its mend; empty when all is well."""

    @property
    def dropped_blocks(self) -> int:
        """How many blocks were lost since the line was opened."""


class EchoCanceller(Protocol):
    """Takes the loudspeaker out of the microphone."""

    def clean(self, block: Block) -> Cleaned:
        """Return the block with the echo of `played` taken out of `heard`."""


class Gate(Protocol):
    """Tells speech from everything else."""

    def hear(
        self, block: Block, *, over_echo: OverEcho | None = None
    ) -> SpeechStarted | SpeechStopped | None:
        """Take the next block; answer with what has changed, dated back to when it did.

        Where the block can be nothing but echo, it holds no speech.
        """


class Recogniser(Protocol):
    """Hears one reply; made anew for each."""

    def hear(self, samples: Samples) -> str:
        """Take more sound (16 kHz mono); return the words so far, which may still change."""

    def finish(self) -> tuple[Word, ...]:
        """Return the final words, with times from the first sample that was heard."""


class BackchannelEar(Protocol):
    """Knows backchannels and nothing else, so that it seldom mishears one; made anew for each."""

    def hear(self, samples: Samples) -> bool:
        """Take more sound (16 kHz mono); say whether backchannels are all there is so far."""

    def finish(self) -> tuple[Word, ...]:
        """Return what there was, times from the first sample; no text stands for anything else."""


class Voice(Protocol):
    """Speaks the customer's lines."""

    def render(self, line: Line) -> RenderedLine:
        """Turn a line into sound.

        Raises:
            VoiceProblem: The engine is missing, hangs or fails; the message says what to do.
        """


class Recorder(Protocol):
    """Writes both channels to disk as they come; never blocks the caller."""

    def write(self, block: Block) -> None:
        """Keep one block."""

    def close(self) -> None:
        """Finish the file; what was written before stays whatever happens."""

    @property
    def trouble(self) -> str:
        """Why nothing more is being written, with its mend; empty when all is well."""


class CustomerSide(Protocol):
    """Answers what happens; a pure function of its state."""

    def opening(self) -> tuple[CustomerState, Reaction]:
        """Begin: return the customer as they come in, and their first line."""

    def react(self, state: CustomerState, happening: Happening) -> tuple[CustomerState, Reaction]:
        """Take what happened; return the customer after it, and how they take it."""


class TechniqueEar(Protocol):
    """Hears techniques in words."""

    def detect(self, words: Sequence[str]) -> tuple[Technique, ...]:
        """Return the techniques in a reply, sorted by their words."""


NewGate = Callable[[], Gate]
NewRecogniser = Callable[[], Recogniser]
NewBackchannelEar = Callable[[], BackchannelEar]
