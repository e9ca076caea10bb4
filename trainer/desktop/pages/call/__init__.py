"""The page of the call, a file a part."""

from trainer.desktop.pages.call.page import Call

__all__ = ["Call"]
