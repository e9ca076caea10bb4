"""What the trainee is heard with: Vosk when a model is installed, PocketSphinx when none is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from trainer.conversation.blocks import Samples
from trainer.conversation.words import Word
from trainer.speech.models import catalogue, installed
from trainer.speech.problems import EarsProblem
from trainer.speech.sphinx_ears import SphinxModel
from trainer.speech.vosk_ears import VoskModel

__all__ = ["POCKETSPHINX", "BackchannelEar", "Ears", "ReplyRecogniser", "choose_ears"]

POCKETSPHINX = "pocketsphinx"
SYNTHETIC = "synthetic"
"""In the name of every model that was made from synthetic speech and hears nothing else."""

SUGGESTED = "vosk-model-small-en-us-0.15"


class ReplyRecogniser(Protocol):
    """Hears one reply."""

    def hear(self, samples: Samples) -> str:
        """Take more sound (16 kHz mono); return the words so far."""

    def finish(self) -> tuple[Word, ...]:
        """Return the final words, with times from the first sample that was heard."""


class BackchannelEar(Protocol):
    """Knows backchannels and nothing else."""

    def hear(self, samples: Samples) -> bool:
        """Take more sound (16 kHz mono); say whether backchannels are all there is so far."""

    def finish(self) -> tuple[Word, ...]:
        """Return what there was, times from the first sample; no text stands for anything else."""


@dataclass(frozen=True, slots=True, eq=False)
class Ears:
    """A loaded recogniser.

    Attributes:
        name: The engine, ``Vosk`` or ``PocketSphinx``.
        model: Name of its model.
        synthetic_only: It understands synthetic speech and no human being.
        has_fillers: Its vocabulary has um and uh.
        note: One or two sentences for the window.
        open: Makes a recogniser.
        listen: Makes an ear for backchannels; None where the engine has no grammar that can also
            hear something else.
    """

    name: str
    model: str
    synthetic_only: bool
    has_fillers: bool
    note: str
    open: Callable[[], ReplyRecogniser]
    listen: Callable[[Sequence[str]], BackchannelEar] | None = None

    def recogniser(self) -> ReplyRecogniser:
        """Return a new recogniser for one reply."""
        return self.open()

    def backchannel_ears(self, backchannels: Sequence[str]) -> Callable[[], BackchannelEar] | None:
        """Return what makes ears for these backchannels, where the engine can."""
        return None if self.listen is None else partial(self.listen, backchannels)


def choose_ears(models_folder: Path, wanted: str | None = None) -> Ears:
    """Load what the trainee will be heard with.

    Args:
        models_folder: Where Vosk models are installed.
        wanted: Name of an installed model, path of a model's folder or ``pocketsphinx``; None for
            the best that is installed (the later in the catalogue the better), PocketSphinx if none
            is, or if the best can't be read, which the note then says. A model for synthetic speech
            is only ever taken by its path.

    Raises:
        EarsProblem: The wanted model is not there or can't be read.
    """
    if wanted is None:
        return _best_ears(models_folder)
    if wanted == POCKETSPHINX:
        return _sphinx()
    return _vosk(_folder_of(wanted, models_folder))


def _best_ears(models_folder: Path) -> Ears:
    best = _best(models_folder)
    if best is None:
        return _sphinx()
    try:
        return _vosk(models_folder / best)
    except EarsProblem as problem:
        ears = _sphinx()
        return replace(ears, note=f"{problem}. Until then: {ears.note}")


def _best(models_folder: Path) -> str | None:
    rank = {model.name: place for place, model in enumerate(catalogue())}
    real = [model.name for model in installed(models_folder) if SYNTHETIC not in model.name]
    return max(real, key=lambda name: (rank.get(name, -1), name), default=None)


def _folder_of(wanted: str, models_folder: Path) -> Path:
    if (models_folder / wanted).is_dir() and SYNTHETIC not in wanted:
        return models_folder / wanted
    if _is_path(wanted):
        return Path(wanted)
    raise EarsProblem(
        f'I can\'t hear you with "{wanted}": it is not installed. '
        f"Install it: ./run models install {wanted}"
    )


def _is_path(wanted: str) -> bool:
    return "/" in wanted or "\\" in wanted or Path(wanted).is_dir()


def _vosk(path: Path) -> Ears:
    model = VoskModel(path)
    synthetic = SYNTHETIC in model.name
    heard = "which hears synthetic speech only: people it does not understand" if synthetic else ""
    note = f"Listening with Vosk ({model.name}){', ' + heard if heard else ''}."
    return Ears(
        "Vosk",
        model.name,
        synthetic_only=synthetic,
        has_fillers=model.has_fillers,
        note=note,
        open=model.recogniser,
        listen=model.backchannel_ear,
    )


def _sphinx() -> Ears:
    model = SphinxModel()
    note = (
        "Listening with PocketSphinx, which mishears about one word in three. "
        f"Install a Vosk model for better hearing: ./run models install {SUGGESTED}"
    )
    return Ears(
        "PocketSphinx",
        model.name,
        synthetic_only=False,
        has_fillers=model.has_fillers,
        note=note,
        open=model.recogniser,
    )
