"""The whole program, put together of its parts."""

from trainer.app.aloud import Aloud
from trainer.app.offline import OfflineRehearsals
from trainer.app.ratings import Ratings
from trainer.audio.problems import AudioProblem
from trainer.records.problems import RecordsProblem
from trainer.scenario.reading import FileProblem
from trainer.speech.problems import SpeechProblem

__all__ = ["PROBLEMS", "Program"]

PROBLEMS = (AudioProblem, SpeechProblem, RecordsProblem, FileProblem)
"""Everything whose message is meant for people: what is wrong and how to mend it."""


class Program(Aloud, OfflineRehearsals, Ratings):
    """Makes rehearsals and ratings of the parts."""
