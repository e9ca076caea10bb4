"""The page before the call, a file a part."""

from trainer.desktop.pages.before.page import Before

__all__ = ["Before"]
