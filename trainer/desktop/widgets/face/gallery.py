"""The looks that are bundled, read once."""

import tomllib
from functools import cache

from trainer.desktop.widgets.face.people import Gallery
from trainer.resources import asset

__all__ = ["bundled"]


@cache
def bundled() -> Gallery:
    """Return everybody in assets/faces.toml."""
    with asset("faces.toml").open("rb") as table:
        return Gallery(tomllib.load(table))
