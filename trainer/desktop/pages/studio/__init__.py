"""The scenario studio, a file a part."""

from trainer.desktop.pages.studio.page import StudioPage

__all__ = ["StudioPage"]
