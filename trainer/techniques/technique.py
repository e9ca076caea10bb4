"""The techniques that can be heard in a reply; ids are fixed (RUBRIC, section 2)."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["CALMING", "INFLAMING", "Technique", "TechniqueId"]


class TechniqueId(StrEnum):
    """Every calming and inflaming technique."""

    ACKNOWLEDGE_FEELINGS = "acknowledge_feelings"
    VALIDATE = "validate"
    APOLOGISE = "apologise"
    TAKE_SIDE = "take_side"
    INVITE_VENTING = "invite_venting"
    REFLECT = "reflect"
    OPEN_QUESTION = "open_question"
    ASK_PERMISSION = "ask_permission"
    OFFER_SOLUTION = "offer_solution"
    OFFER_CHOICE = "offer_choice"
    NEXT_STEPS = "next_steps"
    GIVE_TIME = "give_time"
    SEEK_AGREEMENT = "seek_agreement"
    TAKE_RESPONSIBILITY = "take_responsibility"
    ASSURE = "assure"
    FOLLOW_UP = "follow_up"
    THANK = "thank"
    USE_NAME = "use_name"
    INTRODUCE_SELF = "introduce_self"
    ANNOUNCE_PAUSE = "announce_pause"
    HAND_OVER = "hand_over"
    SET_BOUNDARY = "set_boundary"
    PAUSE_CONTACT = "pause_contact"
    HOLD_LINE = "hold_line"
    BACKCHANNEL = "backchannel"

    DISMISS = "dismiss"
    BLAME = "blame"
    HIDE_BEHIND_POLICY = "hide_behind_policy"
    FLAT_REFUSAL = "flat_refusal"
    ARGUE = "argue"
    DEFLECT = "deflect"
    INSULT = "insult"
    CONDITIONAL_APOLOGY = "conditional_apology"
    GIVE_IN = "give_in"
    THREATEN = "threaten"
    INTERRUPT_WORDS = "interrupt_words"


INFLAMING = frozenset(
    {
        TechniqueId.DISMISS,
        TechniqueId.BLAME,
        TechniqueId.HIDE_BEHIND_POLICY,
        TechniqueId.FLAT_REFUSAL,
        TechniqueId.ARGUE,
        TechniqueId.DEFLECT,
        TechniqueId.INSULT,
        TechniqueId.CONDITIONAL_APOLOGY,
        TechniqueId.GIVE_IN,
        TechniqueId.THREATEN,
        TechniqueId.INTERRUPT_WORDS,
    }
)
CALMING = frozenset(TechniqueId) - INFLAMING


@dataclass(frozen=True, slots=True)
class Technique:
    """A technique heard in a reply.

    Attributes:
        id: Which.
        start: Index of its first word in the reply.
        end: Index just after its last word.
        quote: Those words.
        strength: 0..1; 1 when it is specific, owned and complete.
        entry: The entry of the phrase list that gave it.
    """

    id: TechniqueId
    start: int
    end: int
    quote: str
    strength: float
    entry: str
