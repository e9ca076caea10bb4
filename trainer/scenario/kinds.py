"""The words that a scenario file chooses from."""

from enum import StrEnum

__all__ = [
    "Category",
    "Competence",
    "Difficulty",
    "Need",
    "Occasion",
    "Setting",
    "Step",
    "StopsFor",
    "Temperament",
]


class Competence(StrEnum):
    """The seventeen things that a trainee can practise (RUBRIC, section 1)."""

    LET_VENT = "let_vent"
    ACKNOWLEDGE = "acknowledge"
    APOLOGISE = "apologise"
    BE_ON_THEIR_SIDE = "be_on_their_side"
    STAY_CALM = "stay_calm"
    LISTEN_REFLECTIVELY = "listen_reflectively"
    ASK_OPEN_QUESTIONS = "ask_open_questions"
    ASK_PERMISSION = "ask_permission"
    BE_BRIEF = "be_brief"
    OFFER_SOLUTION = "offer_solution"
    ASSURE = "assure"
    FOLLOW_UP = "follow_up"
    HOLD_THE_LINE = "hold_the_line"
    RESIST_THREATS = "resist_threats"
    SET_BOUNDARIES = "set_boundaries"
    HAND_OVER = "hand_over"
    LEARN = "learn"


class Setting(StrEnum):
    """Where trainee and customer meet."""

    IN_PERSON = "in_person"
    TELEPHONE = "telephone"


class Category(StrEnum):
    """Which trade a scenario comes from; the library can be narrowed down to one."""

    RETAIL = "retail"
    HOTEL = "hotel"
    RESTAURANT = "restaurant"
    CLINIC = "clinic"
    PHARMACY = "pharmacy"
    AIRLINE = "airline"
    RAIL = "rail"
    CAR_RENTAL = "car_rental"
    PARCEL = "parcel"
    BANK = "bank"
    INSURANCE = "insurance"
    TELECOM = "telecom"
    UTILITY = "utility"
    SOFTWARE = "software"
    REPAIR = "repair"
    SCHOOL = "school"
    HOUSING = "housing"
    PUBLIC_OFFICE = "public_office"
    OTHER = "other"


class Occasion(StrEnum):
    """Why the two speak: they complain, or the trainee keeps the promise to follow it up."""

    COMPLAINT = "complaint"
    FOLLOW_UP = "follow_up"


class Difficulty(StrEnum):
    """How forgiving the customer is."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Temperament(StrEnum):
    """How strongly the customer is moved, up and down."""

    EVEN = "even"
    QUICK = "quick"
    COLD = "cold"
    WEARY = "weary"


class Step(StrEnum):
    """The steps of a good conversation, in their order."""

    LISTEN = "listen"
    ACKNOWLEDGE = "acknowledge"
    CLARIFY = "clarify"
    SOLVE = "solve"
    CONFIRM = "confirm"
    FOLLOW_UP = "follow_up"


class Need(StrEnum):
    """What a customer may not settle without."""

    HEARD = "heard"
    ACKNOWLEDGED = "acknowledged"
    APOLOGY = "apology"
    UNDERSTOOD = "understood"
    EXPLANATION = "explanation"
    ON_MY_SIDE = "on_my_side"
    SOLUTION = "solution"
    TIME = "time"
    ASSURANCE = "assurance"
    FOLLOW_UP = "follow_up"
    HAND_OVER = "hand_over"


class StopsFor(StrEnum):
    """What ends insults: a calm answer, a boundary, or nothing but the end of the call."""

    CALM = "calm"
    BOUNDARY = "boundary"
    NOTHING = "nothing"
