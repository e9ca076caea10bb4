"""For each competence a small scenario whose end hangs on it."""

from collections.abc import Mapping

from tests.support.scenarios import small
from trainer.scenario.kinds import Competence, Need, StopsFor
from trainer.scenario.scenario import ALWAYS_SAID, Scenario

__all__ = ["small_deciding", "small_with_everything"]

C = Competence
PERSON = {"name": "Kim", "age": 40, "who": "Somebody", "temperament": "even"}
USUAL = (Need.HEARD, Need.SOLUTION, Need.TIME)
LAMP: Mapping[str, object] = {"value": "the broken lamp", "said_as": "lamp broke"}
NUMBER: Mapping[str, object] = {
    "value": "number seven",
    "said_as": "number seven",
    "asked_as": "order number",
    "answer": ["It is seven", "Seven"],
}
NEW_LAMP = {"lamp": {"what": "a new lamp", "said_as": "new lamp"}}
BY_NEED = {
    C.ACKNOWLEDGE: Need.ACKNOWLEDGED,
    C.APOLOGISE: Need.APOLOGY,
    C.BE_ON_THEIR_SIDE: Need.ON_MY_SIDE,
    C.LISTEN_REFLECTIVELY: Need.UNDERSTOOD,
    C.ASSURE: Need.ASSURANCE,
    C.FOLLOW_UP: Need.FOLLOW_UP,
    C.LEARN: Need.EXPLANATION,
    C.HAND_OVER: Need.HAND_OVER,
}


def small_deciding(competence: Competence) -> Scenario:
    """Return the small scenario with what makes its end hang on a competence."""
    return small(competences=[competence], **_changes(competence))


def _changes(competence: Competence) -> dict[str, object]:
    if competence in BY_NEED:
        return _needing(BY_NEED[competence])
    private = {"sensitive": True, "needed": True, "unasked": ["Which lamp?", "Is it mine?"]}
    insults = {"says": ["Fool", ["Oaf", "Ass"], "Twit"], "from_pressure": 55}
    bounded = {"boundary_set": ["Sorry", "Right, sorry"], "call_paused": "Later then"}
    found: dict[Competence, dict[str, object]] = {
        C.LET_VENT: {"customer": {**PERSON, "vents_first": 2}, "opening_pressure": 70},
        C.STAY_CALM: {"insults": insults},
        C.ASK_OPEN_QUESTIONS: {"rambles": ["My aunt", "Her cat", "Its vet", "His car"]},
        C.ASK_PERMISSION: {"facts": {"lamp": LAMP, "number": {**NUMBER, **private}}},
        C.BE_BRIEF: {"customer": {**PERSON, "patience_s": 15}},
        C.OFFER_SOLUTION: {},
        C.HOLD_THE_LINE: {
            "demands": [{"says": "Three lamps", "again": "Three", "granted_as": "three lamps"}]
        },
        C.RESIST_THREATS: {"threats": [{"says": "I sue", "again": "I do", "dropped": "Forget it"}]},
        C.SET_BOUNDARIES: {"insults": {**insults, "stop_for": "boundary"}, "lines": bounded},
    }
    return found[competence]


def _needing(need: Need) -> dict[str, object]:
    known = {"what": "a mix-up", "said_as": "labels were swapped"}
    mends = {"what": "a second check", "said_as": "somebody checks twice"}
    return {
        "needs": [*USUAL, need] if need is not Need.HAND_OVER else [Need.HEARD, need],
        "facts": {"lamp": LAMP, "number": NUMBER},
        "solution": {"remedies": NEW_LAMP, "explanation": known, "assurance": mends},
        "lines": {"still_missing": {need.value: [f"{need}?", f"And {need}?"]}},
    }


def small_with_everything(stop_for: StopsFor, *, hands_over: bool) -> Scenario:
    """Return the small scenario with every trouble that a customer can make, all at once."""
    needs = [need for need in Need if hands_over or need is not Need.HAND_OVER]
    private = {"sensitive": True, "needed": True, "unasked": ["Which lamp?", "Is it mine?"]}
    missing = [need for need in needs if need not in ALWAYS_SAID]
    return small(
        minutes=15,
        needs=needs,
        competences=list(Competence),
        customer={**PERSON, "vents_first": 2, "patience_s": 20},
        facts={"lamp": LAMP, "number": {**NUMBER, **private}},
        solution={
            "remedies": NEW_LAMP,
            "explanation": {"what": "a mix-up", "said_as": "labels were swapped"},
            "assurance": {"what": "a second check", "said_as": "somebody checks twice"},
        },
        demands=[
            {"says": "Three lamps", "again": "Three", "granted_as": "three lamps"},
            {"says": "Your manager", "again": "Get her", "granted_as": "get my manager"},
        ],
        threats=[{"says": "I sue", "again": "I do", "dropped": "Forget it"}],
        insults={"says": ["Fool", "Oaf", "Ass"], "stop_for": stop_for},
        rambles=["My aunt", "Her cat", "Its vet", "His car"],
        lines={
            "still_missing": {need.value: [f"{need}?", f"And {need}?"] for need in missing},
            "boundary_set": ["Sorry", "Right"],
            "call_paused": "Later then",
        },
    )
