"""The composition root: the only room that knows every other, and makes of them what runs."""

from trainer.app.program import PROBLEMS, Program

__all__ = ["PROBLEMS", "Program"]
