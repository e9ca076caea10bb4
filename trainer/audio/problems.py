"""What can go wrong with sound, said to the person who can mend it."""

__all__ = ["DEVICE_GONE", "AudioProblem", "NoMicrophone"]

DEVICE_GONE = (
    "The sound device has gone away. Plug it in again or choose another one, then try again."
)


class AudioProblem(Exception):  # noqa: N818 - the house speaks of problems, as people do
    """Sound can't be played, heard, read or kept; the message says why and what to do."""


class NoMicrophone(AudioProblem):
    """Nothing to hear with: the line can still be opened to play only, with typed replies."""
