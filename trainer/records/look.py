"""What the window must know of the settings before it is drawn.

Read with the standard library alone: the window appears before the program and what it imports.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args

__all__ = ["LARGEST_TEXT", "SETTINGS_FILE", "Language", "Look", "Motion", "ThemeName", "read_look"]

SETTINGS_FILE = "settings.json"
"""In the folder of one's configuration."""

LARGEST_TEXT = 200

ThemeName: TypeAlias = Literal["system", "light", "dark", "high_contrast"]
Motion: TypeAlias = Literal["system", "full", "reduced"]
Language: TypeAlias = Literal["system", "en", "de"]


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks to whoever rehearsed last.

    Attributes:
        text_size: Percent.
        motion: Whether things move; ``system`` is what Qt tells of the system.
        language: Of the window, from its next start on.
    """

    theme: ThemeName = "system"
    text_size: int = 100
    motion: Motion = "system"
    language: Language = "system"


def read_look(path: Path) -> Look:
    """Read the look from the settings' file; whatever is wrong there is left at its default."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Look()
    return _look(found) if isinstance(found, dict) else Look()


def _look(found: Mapping[str, object]) -> Look:
    size = found.get("text_size")
    return Look(
        theme=_one_of(found.get("theme"), get_args(ThemeName)),
        text_size=size if isinstance(size, int) and 100 <= size <= LARGEST_TEXT else 100,
        motion=_one_of(found.get("motion"), get_args(Motion)),
        language=_one_of(found.get("language"), get_args(Language)),
    )


def _one_of(value: object, known: tuple[Any, ...]) -> Any:  # noqa: ANN401 - one of a literal's
    """Return the value if it is among the known ones, else the first of these."""
    return value if value in known else known[0]
