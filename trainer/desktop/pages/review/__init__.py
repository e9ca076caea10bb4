"""The review of a rehearsal, a file a part."""

from trainer.desktop.pages.review.page import Review

__all__ = ["Review"]
