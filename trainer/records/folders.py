"""Where things of the trainee's own are kept on this computer."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

__all__ = ["Folders"]

HOME = "SOFT_ANSWER_HOME"
"""Set to a folder, everything is kept below it: for a USB stick, a training room, or a test."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders; none is made before something is put into it.

    Attributes:
        data: Records and recordings.
        config: Settings.
        cache: Rendered lines; may be deleted at any time.
        models: Speech models.
    """

    data: Path
    config: Path
    cache: Path
    models: Path

    @classmethod
    def own(cls) -> Self:
        """Return the person's own folders, as their system has it."""
        if home := os.environ.get(HOME):
            below = Path(home)
            return cls(below / "data", below / "config", below / "cache", below / "models")
        import platformdirs

        own = platformdirs.PlatformDirs("soft-answer", appauthor=False)
        data = Path(own.user_data_path)
        return cls(data, Path(own.user_config_path), Path(own.user_cache_path), data / "models")
