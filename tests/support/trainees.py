"""Simulated trainees: they hear the customer's lines and answer in sentences.

What is heard in a sentence comes from the detector and the phrases that a rehearsal uses. A trainee
knows the scenario's file and the lines it is answered with, and nothing of the customer's state.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.support.sentences import (
    NEEDS,
    Trainee,
    acknowledge,
    apologise,
    ask_for,
    ask_openly,
    assure,
    boundary,
    calm_under_insult,
    decline,
    follow_up,
    give_way,
    kind_to_threat,
    listen,
    offer,
    pause_contact,
    reflect,
    side,
    thank_for_correction,
    time,
)
from trainer.customer.happenings import (
    Reaction,
)
from trainer.rehearsal.meaning import open_learned
from trainer.scenario.kinds import Competence, Need, StopsFor
from trainer.scenario.scenario import Scenario
from trainer.scenario.situation import Situation
from trainer.techniques.detector import Detector
from trainer.techniques.phrases import read_phrases
from trainer.techniques.technique import CALMING, Technique, TechniqueId

__all__ = ["BAD", "TRAINEES", "Answers", "heard_in", "interrupter", "without"]

S = Situation
PHRASES = Path(__file__).parents[2] / "assets" / "techniques" / "en.yaml"
Answers = Callable[[Trainee, Reaction], str]


@cache
def heard_in(text: str) -> tuple[Technique, ...]:
    """Return the techniques in a sentence, as a rehearsal hears them."""
    return _detector().detect(text.split())


@cache
def _detector() -> Detector:
    phrases = read_phrases(PHRASES.read_text("utf-8"), PHRASES.name)
    return Detector(phrases, ("nobody",), open_learned(PHRASES.parent))


# Who they are


def expert(person: Trainee, reaction: Reaction) -> str:
    """Listen, acknowledge, clarify, solve, confirm, follow up; and answer what comes between."""
    if answer := _to_what_came(person, reaction):
        return answer
    listened = person.done.count("listen")
    if listened < max(1, person.scenario.customer.vents_first):
        return listen(person)
    if purpose := next((one for one in _plan(person.scenario) if one not in person.done), None):
        return _by_plan(person, purpose)
    return _kindly(person)


def _plan(scenario: Scenario) -> list[str]:
    needs = scenario.needs
    early = [need for need in needs if need in (Need.ACKNOWLEDGED, Need.APOLOGY, Need.ON_MY_SIDE)]
    late = [need for need in needs if need in (Need.ASSURANCE, Need.FOLLOW_UP, Need.HAND_OVER)]
    needed = [f"fact.{name}" for name, fact in scenario.facts.items() if fact.needed]
    clear = [Need.EXPLANATION] if Need.EXPLANATION in needs else []
    solve = ["solution"] if Need.SOLUTION in needs else []
    plan = ["acknowledged", *early, "understood", "asked_open", *clear, *needed, *solve, *late]
    return [str(one) for one in plan]


def _by_plan(person: Trainee, purpose: str) -> str:
    if purpose == "asked_open":
        return ask_openly(person)
    if purpose.startswith("fact."):
        return ask_for(person, purpose.removeprefix("fact."))
    return NEEDS[Need(purpose)](person)


def _to_what_came(person: Trainee, reaction: Reaction) -> str:
    """Answer what the customer has come out with; empty when the plan goes on."""
    line = reaction.line.id.split(".") if reaction.line else [""]
    match reaction.situation:
        case S.STILL_MISSING:
            return NEEDS[Need(line[1])](person)
        case S.CORRECTED:
            return thank_for_correction(person, person.scenario.facts[line[1]])
        case S.UNASKED | S.ASKED_WITHOUT_PERMISSION:
            return ask_for(person, _unasked(person, line))
        case situation if situation in WHAT_COMES:
            return WHAT_COMES[Situation(situation)](person)
        case _:
            return ""


def _unasked(person: Trainee, line: Sequence[str]) -> str:
    if line[0] == "facts":
        return line[1]
    facts = person.scenario.facts.items()
    return next(name for name, fact in facts if fact.sensitive)


def _under_insult(person: Trainee) -> str:
    insults = person.scenario.insults
    if insults is None or insults.stop_for is StopsFor.CALM:
        return calm_under_insult(person)
    return boundary(person) if "boundary" not in person.done else pause_contact(person)


def _kindly(person: Trainee) -> str:
    ways = (follow_up, acknowledge, side, offer, apologise, assure, reflect)
    person.done.append("kindly")
    return ways[person.done.count("kindly") % len(ways)](person)


WHAT_COMES: dict[Situation, Callable[[Trainee], str]] = {
    S.DEMANDING: decline,
    S.THREATENING: kind_to_threat,
    S.INSULTING: _under_insult,
    S.RAMBLING: ask_openly,
    S.OFFERED_WITHOUT_TIME: time,
    S.OFFERED_RIGHT: time,
    S.DOUBTED: lambda person: person.random.choice([assure, follow_up, apologise])(person),
    S.NOT_YET: _kindly,
}


def decent(person: Trainee, reaction: Reaction) -> str:
    """Mean well and know the basics, with slips: late, without a time, a fact got wrong."""
    slips = person.random.random() < SLIP
    if slips and "slip" not in person.done[-2:]:
        return _slip(person)
    if answer := _to_what_came(person, reaction):
        return answer
    basics = ("acknowledged", "apology", "understood", "solution")
    if purpose := next((one for one in basics if one not in person.done), None):
        return _by_plan(person, purpose)
    return _kindly(person)


SLIP = 0.25
"""How often the decent one does the second-best thing."""


def _slip(person: Trainee) -> str:
    person.done.append("slip")
    wrong = [way for fact in person.scenario.facts.values() for way in fact.wrong_as]
    told = person.random.choice(wrong) if wrong else "you rang us a dozen times"
    slips = (
        offer(person, "", asks=False),
        "Right. I see what you mean by that.",
        "One moment please while I look that up.",
        "I'm sorry.",
        f"So if I understand you correctly, {told}. Is that right?",
    )
    return person.random.choice(slips)


def parrot(person: Trainee, _reaction: Reaction) -> str:
    """Say what the script says, whatever they hear."""
    script = (
        "I'm sorry for the inconvenience.",
        "I understand your frustration.",
        "I do apologise.",
        "Your call is important to us.",
        "I'm sorry.",
        "Is there anything else I can help you with today?",
    )
    person.done.append("script")
    return script[(len(person.done) - 1) % len(script)]


def pushover(person: Trainee, reaction: Reaction) -> str:
    """Be kind, and promise whatever makes it stop."""
    if reaction.situation in (S.OPENING, S.VENT) and person.done.count("listen") < 1:
        return listen(person)
    if "acknowledged" not in person.done:
        return acknowledge(person)
    if "gives" not in person.done or person.random.random() < GIVING:
        return give_way(person)
    return person.random.choice((apologise, offer))(person)


GIVING = 0.5
"""How often the pushover gives something away once they have begun."""


def arguer(person: Trainee, _reaction: Reaction) -> str:
    """Contradict, blame, hide behind the rules; now and then offer something."""
    return person.random.choice(
        (
            "That's not true.",
            "You should have told us sooner.",
            "Calm down.",
            "That's our policy.",
            "There's nothing I can do.",
            "It must have been your own fault.",
            "You're wrong about that.",
            offer(person),
        )
    )


def interrupter(person: Trainee, reaction: Reaction) -> str:
    """Cut in on every line, and then say what would have been right."""
    return expert(person, reaction)


def muddler(person: Trainee, _reaction: Reaction) -> str:
    """Do anything, in any order: what nobody would do has to be answered all the same."""
    asked = [name for name, fact in person.scenario.facts.items() if fact.asked_as]
    match person.random.randrange(10):
        case 0:
            return arguer(person, Reaction())
        case 1:
            return pushover(person, Reaction())
        case 2:
            return _slip(person)
        case 3 if asked:
            politely = person.random.random() < SLIP
            return ask_for(person, person.random.choice(asked), politely=politely)
        case 4:
            return person.random.choice(ODD)
        case _:
            return person.random.choice(ALL_WAYS)(person)


ODD = (
    "Which shelf was it on?",
    "I can send you a fresh hat straight away.",
    "May I ask you something?",
    "Hello, my name is Alex.",
    "Thank you.",
    "Um well the thing is",
    "You people always complain.",
    " ".join(["And as I was saying the system works like this you see."] * 8),
    "",
)
"""What nobody would say, or hardly anybody."""


def without(competence: Competence) -> Answers:
    """Return an expert who can do everything but this."""

    def answer(person: Trainee, reaction: Reaction) -> str:
        text = expert(person, reaction)
        lacks = LACKING[competence]
        found = any(one.id in lacks.techniques for one in heard_in(text))
        if found or person.done[-1] == lacks.purpose:
            return lacks.instead(person, text)
        return text

    return answer


@dataclass(frozen=True, slots=True)
class _Lacking:
    """What somebody can't do, and what they say instead."""

    techniques: frozenset[TechniqueId]
    purpose: str = ""
    instead: Callable[[Trainee, str], str] = lambda person, _text: person.says(
        "neutral", "All right, I have noted that down for you.", "Okay. I have got that here."
    )


def _bluntly(_person: Trainee, text: str) -> str:
    return text.removeprefix("Would you mind if I asked you something? ")


def _at_length(_person: Trainee, text: str) -> str:
    return " ".join([text, *["and as I was saying the system works like this you see"] * 9])


def _rudely(person: Trainee, text: str) -> str:
    insulted = person.scenario.insults and person.done[-1] in ("calm", "boundary", "pause")
    return "You're wrong about that, and it must have been your own fault." if insulted else text


T = TechniqueId
LACKING: dict[Competence, _Lacking] = {
    Competence.ACKNOWLEDGE: _Lacking(frozenset({T.ACKNOWLEDGE_FEELINGS, T.VALIDATE})),
    Competence.APOLOGISE: _Lacking(frozenset({T.APOLOGISE})),
    Competence.BE_ON_THEIR_SIDE: _Lacking(frozenset({T.TAKE_SIDE}), "on_my_side"),
    Competence.STAY_CALM: _Lacking(CALMING, "", _rudely),
    Competence.LISTEN_REFLECTIVELY: _Lacking(frozenset({T.REFLECT}), "understood"),
    Competence.ASK_OPEN_QUESTIONS: _Lacking(frozenset({T.OPEN_QUESTION})),
    Competence.ASK_PERMISSION: _Lacking(frozenset({T.ASK_PERMISSION}), "", _bluntly),
    Competence.BE_BRIEF: _Lacking(CALMING, "", _at_length),
    Competence.OFFER_SOLUTION: _Lacking(frozenset({T.OFFER_SOLUTION}), "solution"),
    Competence.ASSURE: _Lacking(frozenset({T.ASSURE}), "assurance"),
    Competence.FOLLOW_UP: _Lacking(frozenset({T.FOLLOW_UP}), "follow_up"),
    Competence.HOLD_THE_LINE: _Lacking(frozenset({T.HOLD_LINE}), "decline"),
    Competence.RESIST_THREATS: _Lacking(
        CALMING,
        "threat",
        lambda person, text: give_way(person) if person.done[-1] == "threat" else text,
    ),
    Competence.SET_BOUNDARIES: _Lacking(frozenset({T.SET_BOUNDARY, T.PAUSE_CONTACT})),
    Competence.LEARN: _Lacking(frozenset(), "explanation"),
    Competence.HAND_OVER: _Lacking(frozenset({T.HAND_OVER}), "hand_over"),
}
"""By competence; who can't let them vent is the interrupter."""


ALL_WAYS = (
    *NEEDS.values(),
    listen,
    ask_openly,
    decline,
    kind_to_threat,
    calm_under_insult,
    boundary,
    pause_contact,
)
TRAINEES: dict[str, Answers | None] = {
    "expert": expert,
    "decent": decent,
    "parrot": parrot,
    "pushover": pushover,
    "arguer": arguer,
    "interrupter": interrupter,
    "silent": None,
    "muddler": muddler,
}
"""By name; who is silent has nothing to say."""
BAD = ("parrot", "pushover", "arguer", "interrupter", "silent")
"""Those who must never end well."""
