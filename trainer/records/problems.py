"""What can go wrong with what is kept, said to the person who can mend it."""

__all__ = ["RecordsProblem"]


class RecordsProblem(Exception):  # noqa: N818 - the house speaks of problems, as people do
    """Records can't be read or written; the one-line message says what to do."""
