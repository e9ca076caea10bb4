"""How a competence is marked in one rehearsal: by the mark that it shows in most.

No rule rates a competence by itself; each of the five marks rates several. The mark of a competence
is therefore that mark, in rehearsals of scenarios that practise the competence.
"""

from collections.abc import Mapping
from types import MappingProxyType

from trainer.rating.scorecard import Marks
from trainer.scenario.kinds import Competence

__all__ = ["SHOWN_IN", "mark_of"]

C = Competence

SHOWN_IN: Mapping[Competence, str] = MappingProxyType(
    {
        C.LET_VENT: "listening",
        C.ACKNOWLEDGE: "calming",
        C.APOLOGISE: "calming",
        C.BE_ON_THEIR_SIDE: "calming",
        C.STAY_CALM: "pacing",
        C.LISTEN_REFLECTIVELY: "listening",
        C.ASK_OPEN_QUESTIONS: "steps",
        C.ASK_PERMISSION: "steps",
        C.BE_BRIEF: "pacing",
        C.OFFER_SOLUTION: "steps",
        C.ASSURE: "outcome",
        C.FOLLOW_UP: "steps",
        C.HOLD_THE_LINE: "outcome",
        C.RESIST_THREATS: "outcome",
        C.SET_BOUNDARIES: "outcome",
        C.HAND_OVER: "outcome",
        C.LEARN: "outcome",
    }
)
"""The mark that shows each competence in most."""


def mark_of(competence: Competence, marks: Marks) -> int | None:
    """Return the mark of a competence in a rehearsal that practised it; None where not rated."""
    mark: int | None = getattr(marks, SHOWN_IN[competence])
    return mark
