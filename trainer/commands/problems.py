"""What can be wrong with a call, and which problems are told in one line."""

__all__ = ["BadFile", "WrongCall", "is_said_plainly"]


class BadFile(Exception):  # noqa: N818 - the house speaks of what is bad, in sentences
    """A file on the command line can't be read."""


class WrongCall(Exception):  # noqa: N818 - likewise
    """What was asked for does not go together."""


def is_said_plainly(problem: Exception) -> bool:
    """Tell a problem whose message is meant for people from a fault of the program's own."""
    from trainer.app import PROBLEMS

    return isinstance(problem, (BadFile, WrongCall, *PROBLEMS))
