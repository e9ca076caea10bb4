"""Which of the computer's voices speaks for a customer, and why that one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer.speech.problems import VoiceProblem
from trainer.speech.render_process import Driver, EngineVoice, Ready
from trainer.speech.voices import VoiceFile

__all__ = ["Casting", "cast", "cast_piper"]


@dataclass(frozen=True, slots=True)
class Casting:
    """Who speaks for a customer.

    Attributes:
        engine: Which engine.
        voice: The engine's own name of its voice.
        why: One sentence for the person.
    """

    engine: Driver
    voice: str
    why: str


def cast_piper(voice: VoiceFile, installed: Mapping[str, Path]) -> Casting | None:
    """Return the first of the customer's Piper voices that is installed; None without one."""
    for name in voice.engines.piper:
        if name in installed:
            return Casting("piper", str(installed[name]), f"{name} is installed")
    return None


def cast(voice: VoiceFile, ready: Ready) -> Casting:
    """Return the best voice that the system's engine has for this customer.

    Raises:
        VoiceProblem: The engine has no voices at all.
    """
    if ready.driver == "espeak-ng":
        wanted = voice.engines.espeak_ng
        found = _by_file(wanted, ready.voices)
    else:
        wanted = voice.engines.sapi5 if ready.driver == "sapi5" else voice.engines.nsss
        found = _by_name(wanted, ready.voices)
    for name, engine_voice in found:
        return Casting(ready.driver, engine_voice, _because(name, wanted))
    why = f"none of {', '.join(wanted)} is there; this one comes nearest"
    return Casting(ready.driver, _nearest(voice, ready), why)


def _because(name: str, wanted: Sequence[str]) -> str:
    missing = wanted[: wanted.index(name)]
    return f"{', '.join(missing)} not there; {name} is" if missing else f"{name} is there"


def _by_file(wanted: Sequence[str], there: Sequence[EngineVoice]) -> Iterable[tuple[str, str]]:
    """Yield such as ``gmw/en+m3`` for ``en-gb+m3``: espeak-ng knows voices by their files."""
    files = {candidate.id.lower().rpartition("/")[2]: candidate.id for candidate in there}
    for candidate in reversed(there):
        files |= {language.lower(): candidate.id for language in candidate.languages}
    for name in wanted:
        base, plus, variant = name.partition("+")
        if base.lower() in files:
            yield name, f"{files[base.lower()]}{plus}{variant}"


def _by_name(wanted: Sequence[str], there: Sequence[EngineVoice]) -> Iterable[tuple[str, str]]:
    for name in wanted:
        for candidate in there:
            if name.lower() in f"{candidate.id} {candidate.name}".lower():
                yield name, candidate.id


def _nearest(voice: VoiceFile, ready: Ready) -> str:
    def distance(place: int) -> tuple[bool, bool, int]:
        candidate = ready.voices[place]
        english = any(language.lower().startswith("en") for language in candidate.languages)
        return (not english, candidate.sex != voice.sex, place)

    if not ready.voices:
        raise VoiceProblem(
            f"The customer can't speak: {ready.driver} has no voices. "
            "Add one in the system's speech settings."
        )
    return ready.voices[min(range(len(ready.voices)), key=distance)].id
