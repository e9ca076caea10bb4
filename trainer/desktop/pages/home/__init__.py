"""Home, a file a part."""

from trainer.desktop.pages.home.home import Home

__all__ = ["Home"]
