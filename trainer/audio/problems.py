"""What can go wrong with sound, said to the person who can mend it."""

__all__ = ["AudioProblem", "NoMicrophone"]


class AudioProblem(Exception):  # noqa: N818 - the house speaks of problems, as people do
    """Sound can't be played, heard, read or kept; the message says why and what to do."""


class NoMicrophone(AudioProblem):
    """Nothing to hear with: the line can still be opened to play only, with typed replies."""
