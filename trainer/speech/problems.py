"""What can go wrong with voice, ears and models, as sentences for the person."""

__all__ = ["EarsProblem", "ModelProblem", "SpeechProblem", "VoiceProblem"]


class SpeechProblem(Exception):  # noqa: N818 - a person reads "problem", and so do the ports
    """Something to do with speech does not work; the message says what and how to mend it."""


class VoiceProblem(SpeechProblem):
    """The customer can't speak."""


class EarsProblem(SpeechProblem):
    """The trainee can't be heard."""


class ModelProblem(SpeechProblem):
    """A speech model can't be fetched, unpacked or removed."""
