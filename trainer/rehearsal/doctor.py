"""What works on this computer, what does not, and how to mend it."""

import platform
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from trainer import __version__, resources
from trainer.audio.devices import SoundSystem, choose_loudspeaker, choose_microphone
from trainer.audio.problems import AudioProblem
from trainer.rehearsal.library import Library
from trainer.rehearsal.meaning import open_learned
from trainer.scenario.reading import FileProblem
from trainer.scenario.scenario_file import ScenarioProblem
from trainer.speech.ears import choose_ears
from trainer.speech.engine import list_engine_voices
from trainer.speech.models import installed
from trainer.speech.problems import SpeechProblem

__all__ = ["Finding", "examine"]

ROOM_BYTES = 500_000_000
"""An hour of recording is 60 MB; a speech model is 40 MB to 1.8 GB."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        what: Such as ``microphone``.
        works: Whether a rehearsal can rely on it.
        says: What was found, or what is wrong and how to mend it.
    """

    what: str
    works: bool
    says: str


def examine(sound: SoundSystem, library: Library, models: Path, data: Path) -> Iterator[Finding]:
    """Look at everything a rehearsal needs, one thing after the other.

    Args:
        sound: The door to PortAudio.
        library: Scenarios and voices.
        models: Where speech models are installed.
        data: Where records and recordings are kept.
    """
    yield Finding("versions", works=True, says=_versions())
    yield _try("microphone", lambda: choose_microphone(sound.devices()).label)
    yield _try("loudspeaker", lambda: choose_loudspeaker(sound.devices()).label)
    yield _try("voice", lambda: f"{len(list_engine_voices())} voices of the system's engine")
    yield _try("recogniser", lambda: choose_ears(models).note)
    yield Finding("models", works=True, says=_models(models))
    yield _try("scenarios", lambda: _scenarios(library))
    yield _try("rubric", lambda: _rubric(library))
    yield _try("techniques", lambda: _techniques(library))
    yield _disk(data)


def _try(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what, works=True, says=look())
    except FileProblem as problem:
        return Finding(what, works=False, says=_in_one_line(problem))
    except (AudioProblem, SpeechProblem) as problem:
        return Finding(what, works=False, says=str(problem))


def _in_one_line(problem: FileProblem) -> str:
    """Say the first mistake, and how many more there are."""
    first, *more = problem.mistakes
    return f"{first} (and {len(more)} more)" if more else first


def _scenarios(library: Library) -> str:
    found = len(library.scenarios)
    if library.own_mistakes:
        raise ScenarioProblem(library.own_mistakes)
    return f"{found} scenarios, no mistakes"


def _rubric(library: Library) -> str:
    weights = ", ".join(f"{name} {weight:g}" for name, weight in library.rubric.weights.items())
    return f"{library.rubric_version}, no mistakes; {weights}"


def _techniques(library: Library) -> str:
    open_learned(resources.asset("techniques"))
    entries = sum(len(lists.entries) for lists in library.phrases.techniques.values())
    return f"{entries} entries in the phrase list, and what was learned besides"


def _versions() -> str:
    system = f"{platform.system()} {platform.release()}"
    return f"Soft Answer {__version__}, Python {platform.python_version()}, {system}"


def _models(folder: Path) -> str:
    names = ", ".join(model.name for model in installed(folder))
    return names or "none is installed: ./run models install vosk-model-small-en-us-0.15"


def _disk(folder: Path) -> Finding:
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    free = shutil.disk_usage(existing).free
    room = f"{free / 1e9:.1f} GB free for recordings in {folder}"
    if free >= ROOM_BYTES:
        return Finding("disk", works=True, says=room)
    return Finding("disk", works=False, says=f"Only {room}. Delete what you no longer need.")
