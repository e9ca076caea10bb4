"""What simulated trainees say: sentences by purpose, made of the scenario's own words."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from trainer.scenario.kinds import Need
from trainer.scenario.scenario import Fact, Scenario

__all__ = [
    "NEEDS",
    "Trainee",
    "acknowledge",
    "apologise",
    "ask_for",
    "ask_openly",
    "assure",
    "boundary",
    "calm_under_insult",
    "decline",
    "explain",
    "follow_up",
    "give_way",
    "hand_over",
    "kind_to_threat",
    "listen",
    "offer",
    "pause_contact",
    "reflect",
    "side",
    "thank_for_correction",
    "time",
]


@dataclass(slots=True)
class Trainee:
    """Somebody in training, who answers what they hear.

    Attributes:
        random: Chooses between wordings.
        done: What was said so far, by purpose.
    """

    scenario: Scenario
    random: Random
    done: list[str] = field(default_factory=list)

    def says(self, purpose: str, *sentences: str) -> str:
        """Choose a sentence that was used least often, and remember what it was for."""
        self.done.append(purpose)
        uses = self.done.count(purpose) - 1
        offset = self.random.randrange(len(sentences)) if uses == 0 else uses
        return sentences[offset % len(sentences)]


def acknowledge(person: Trainee) -> str:
    """Name the feeling or grant the right to it."""
    return person.says(
        "acknowledged",
        "I can hear how upsetting this is, and you have every right to be angry.",
        "That must be really frustrating. I'd be upset too.",
        "I can see how stressful this has been for you. Anybody would be upset.",
        "That sounds awful. You deserved better than that.",
    )


def apologise(person: Trainee) -> str:
    """Say sorry plainly."""
    return person.says(
        "apology",
        "I'm so sorry about that. It was our mistake.",
        "I'm really sorry that this happened to you. That should never have happened.",
        "I apologise for what happened. We got this wrong.",
    )


def side(person: Trainee) -> str:
    """Be on their side."""
    return person.says(
        "on_my_side",
        "I'm on your side. Let's sort this out together.",
        "I'm here to help you, and we will get this sorted out together.",
        "I want to get this put right for you, and I'm with you on this.",
    )


def listen(person: Trainee) -> str:
    """Invite them to go on."""
    return person.says(
        "listen", "Mm-hm. Go on.", "I'm listening. Take your time.", "Please tell me what happened."
    )


def reflect(person: Trainee) -> str:
    """Give two facts back and check them."""
    known = list(person.scenario.facts.values())
    start = 2 * person.done.count("understood")
    facts = [known[(start + n) % len(known)].said_as[0] for n in range(min(2, len(known)))]
    told = " and ".join(facts)
    return person.says(
        "understood",
        f"So if I understand you correctly, {told}. Is that right?",
        f"Let me make sure I've got this right: {told}. Is that correct?",
    )


def ask_openly(person: Trainee) -> str:
    """Ask an open question."""
    return person.says(
        "asked_open", "What would help you most right now?", "What matters most to you today?"
    )


def ask_for(person: Trainee, name: str, *, politely: bool = True) -> str:
    """Ask for a fact."""
    asked = person.scenario.facts[name].asked_as[0]
    first = "Would you mind if I asked you something? " if politely else ""
    return person.says(f"fact.{name}", f"{first}I need to know this: {asked}?")


def offer(person: Trainee, when: str = "by noon tomorrow", *, asks: bool = True) -> str:
    """Offer a fitting remedy."""
    remedies = list(person.scenario.solution.remedies.values())
    remedy = remedies[person.done.count("solution") % len(remedies)].said_as[0]
    time = f", {when}" if when else ""
    question = " Would that work for you?" if asks else ""
    return person.says("solution", f"What I can do is {remedy}{time}.{question}")


def time(person: Trainee) -> str:
    """Say when."""
    return person.says(
        "time",
        "That will be done by noon tomorrow. Would that work for you?",
        "It will be there by noon tomorrow. Does that suit you?",
    )


def explain(person: Trainee) -> str:
    """Say what went wrong."""
    explanation = person.scenario.solution.explanation
    said = explanation.said_as[0] if explanation else "a mistake was made here"
    return person.says("explanation", f"This is what caused it: {said}.")


def assure(person: Trainee) -> str:
    """Say what will be different."""
    assurance = person.scenario.solution.assurance
    said = assurance.said_as[0] if assurance else "I will see to it personally"
    return person.says("assurance", f"From now on {said}, so it won't happen again.")


def follow_up(person: Trainee) -> str:
    """Promise to check."""
    return person.says(
        "follow_up",
        "I will ring you myself tomorrow to check that it's done.",
        "I'll call you back tomorrow to make sure everything is in order.",
    )


def hand_over(person: Trainee) -> str:
    """Pass it on with the story told."""
    return person.says(
        "hand_over",
        "I have told my manager the whole story, and I'm handing you over to her now.",
    )


def decline(person: Trainee) -> str:
    """Say no kindly, with its reason and another way."""
    return person.says(
        "decline",
        "I'm afraid I can't do that, because it isn't mine to give away. What I can do is help"
        " you with the rest.",
        "I can't offer you that, because it wouldn't be honest. What I can do is put this right"
        " with you.",
    )


def kind_to_threat(person: Trainee) -> str:
    """Meet a threat with kindness."""
    return person.says(
        "threat",
        "I understand that you're angry, and I'd still like to help you.",
        "You have every right to be angry, and I want to help you put this right.",
    )


def calm_under_insult(person: Trainee) -> str:
    """Meet an insult with calm."""
    return person.says(
        "calm",
        "I can hear how angry you are. I'd like to help you.",
        "I understand that you're upset. I'm still here to help you.",
    )


def boundary(person: Trainee) -> str:
    """Name the behaviour and the choice."""
    return person.says(
        "boundary",
        "I want to help you, but please don't speak to me like that. If it goes on, I'll have to"
        " end the call.",
    )


def pause_contact(person: Trainee) -> str:
    """End it politely until it is calmer."""
    return person.says(
        "pause",
        "I'm going to end the call here. Please call me back when you're calmer, and I'll gladly"
        " help.",
    )


def thank_for_correction(person: Trainee, fact: Fact) -> str:
    """Take up a correction."""
    return person.says("corrected", f"Thank you for telling me. So {fact.said_as[0]}, of course.")


NEEDS: dict[Need, Callable[[Trainee], str]] = {
    Need.HEARD: acknowledge,
    Need.ACKNOWLEDGED: acknowledge,
    Need.APOLOGY: apologise,
    Need.UNDERSTOOD: reflect,
    Need.EXPLANATION: explain,
    Need.ON_MY_SIDE: side,
    Need.SOLUTION: offer,
    Need.TIME: time,
    Need.ASSURANCE: assure,
    Need.FOLLOW_UP: follow_up,
    Need.HAND_OVER: hand_over,
}


def give_way(person: Trainee) -> str:
    """Promise what may not be promised."""
    unwanted = [
        *person.scenario.solution.too_much,
        *(way for demand in person.scenario.demands for way in demand.granted_as),
        *(way for threat in person.scenario.threats for way in threat.gives_way),
    ]
    gift = person.random.choice(unwanted) if unwanted else "the lot for free"
    return person.says(
        "gives",
        f"Of course, I will give you {gift}.",
        "You can have whatever you want.",
        f"All right, you win. I will do {gift}.",
    )
