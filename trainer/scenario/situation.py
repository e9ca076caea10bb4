"""What a line of the customer's answers, and what stands in where there is no line."""

from enum import StrEnum

__all__ = ["ELSEWHERE", "FALLBACKS", "Situation"]


class Situation(StrEnum):
    """What a line of the customer's answers."""

    OPENING = "opening"
    VENT = "vent"
    ACKNOWLEDGED = "acknowledged"
    REFLECTED = "reflected"
    REASSURED = "reassured"
    FOLLOWED_UP = "followed_up"
    EXPLAINED = "explained"
    ASKED_OPEN = "asked_open"
    ASKED_CLOSED = "asked_closed"
    ASKED_TOO_EARLY = "asked_too_early"
    ASKED_PERMISSION = "asked_permission"
    ASKED_WITHOUT_PERMISSION = "asked_without_permission"
    ASKED_TO_WAIT = "asked_to_wait"
    KEPT_WAITING = "kept_waiting"
    OFFERED_RIGHT = "offered_right"
    OFFERED_WITHOUT_TIME = "offered_without_time"
    OFFERED_TOO_EARLY = "offered_too_early"
    OFFERED_WRONG = "offered_wrong"
    NOT_YET = "not_yet"
    DOUBTED = "doubted"
    STILL_MISSING = "still_missing"
    GAVE_IN = "gave_in"
    REFUSED_KIND = "refused_kind"
    REFUSED_BARE = "refused_bare"
    HANDED_OVER = "handed_over"
    HANDED_OVER_EARLY = "handed_over_early"
    BOUNDARY_SET = "boundary_set"
    INTERRUPTED = "interrupted"
    INTERRUPTED_AGAIN = "interrupted_again"
    SNAPPED = "snapped"
    INFLAMED = "inflamed"
    DISMISSED = "dismissed"
    BLAMED = "blamed"
    INSULTED = "insulted"
    REPEATED_APOLOGY = "repeated_apology"
    SILENCE = "silence"
    MONOLOGUE_CUT = "monologue_cut"
    NOT_CAUGHT = "not_caught"
    NOT_FOLLOWED = "not_followed"
    IGNORED = "ignored"
    ACCEPTED = "accepted"
    LOYAL = "loyal"
    TOOK_IT = "took_it"
    CALL_PAUSED = "call_paused"
    LEAVING = "leaving"
    ENDED_EARLY = "ended_early"
    OUT_OF_TIME = "out_of_time"

    CORRECTED = "corrected"
    UNASKED = "unasked"
    RAMBLING = "rambling"
    THREATENING = "threatening"
    THREAT_DROPPED = "threat_dropped"
    DEMANDING = "demanding"
    INSULTING = "insulting"


S = Situation

ELSEWHERE = frozenset(
    {
        S.CORRECTED,
        S.UNASKED,
        S.RAMBLING,
        S.THREATENING,
        S.THREAT_DROPPED,
        S.DEMANDING,
        S.INSULTING,
    }
)
"""Their wordings stand with the fact, threat, demand or insult that they belong to."""

FALLBACKS: dict[Situation, Situation] = {
    S.REASSURED: S.ACKNOWLEDGED,
    S.FOLLOWED_UP: S.REASSURED,
    S.EXPLAINED: S.REASSURED,
    S.ASKED_TOO_EARLY: S.ASKED_CLOSED,
    S.ASKED_PERMISSION: S.ASKED_TO_WAIT,
    S.ASKED_WITHOUT_PERMISSION: S.ASKED_TOO_EARLY,
    S.KEPT_WAITING: S.SILENCE,
    S.DOUBTED: S.OFFERED_RIGHT,
    S.HANDED_OVER_EARLY: S.REFUSED_BARE,
    S.BOUNDARY_SET: S.REFUSED_KIND,
    S.INTERRUPTED_AGAIN: S.INTERRUPTED,
    S.SNAPPED: S.INTERRUPTED,
    S.DISMISSED: S.INFLAMED,
    S.BLAMED: S.INFLAMED,
    S.IGNORED: S.NOT_FOLLOWED,
    S.LOYAL: S.ACCEPTED,
    S.TOOK_IT: S.GAVE_IN,
    S.CALL_PAUSED: S.BOUNDARY_SET,
}
"""What a situation without a line is answered with; the stand-in may have one in turn."""
