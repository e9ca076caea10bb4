"""The customer's lines in a scenario file, by what they answer."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from trainer.scenario.kinds import Need
from trainer.scenario.part import MaybeWordings, Part, Wordings
from trainer.scenario.situation import ELSEWHERE, FALLBACKS, Situation

__all__ = ["Lines"]


class Lines(Part):
    """What the customer says, by situation; each has one or more wordings."""

    opening: Wordings
    """The first line."""
    vent: Annotated[tuple[Wordings, ...], Field(min_length=1)]
    """What is still to be let off, piece by piece in this order, while nobody has listened."""
    acknowledged: Wordings
    """The feeling was named, or the right to it."""
    reflected: Wordings
    """The facts were given back right."""
    reassured: MaybeWordings = ()
    """An assurance, thanks, a name; without it: acknowledged."""
    followed_up: MaybeWordings = ()
    """A promise to follow it up; without it: reassured."""
    explained: MaybeWordings = ()
    """What went wrong was said plainly; without it: reassured."""
    asked_open: Wordings
    """An open question, after they were heard."""
    asked_closed: Wordings
    """A question for a detail that no fact answers."""
    asked_too_early: MaybeWordings = ()
    """A question for a detail before they were heard; without it: asked_closed."""
    asked_permission: MaybeWordings = ()
    """``Would you mind if I asked you something?``; without it: asked_to_wait."""
    asked_without_permission: MaybeWordings = ()
    """A question for a sensitive fact, out of the blue; without it: asked_too_early."""
    asked_to_wait: Wordings
    """``Bear with me while I look.``"""
    kept_waiting: MaybeWordings = ()
    """The moment that was asked for runs over; without it: silence."""
    offered_right: Wordings
    """A fitting offer with a time, without asking whether it suits."""
    offered_without_time: Wordings
    """A fitting offer that does not say when."""
    offered_too_early: Wordings
    """Any offer before they were heard."""
    offered_wrong: Wordings
    """An offer that does not fit."""
    not_yet: Wordings
    """Everything is offered, but they are still too angry to take it."""
    doubted: MaybeWordings = ()
    """Everything is offered, but they don't believe it; without it: offered_right."""
    still_missing: Mapping[Need, Wordings] = Field(default_factory=dict)
    """By need: they can't settle yet, and say what for."""
    gave_in: Wordings
    """The trainee promises what is too much."""
    refused_kind: Wordings
    """A no with its reason or an alternative."""
    refused_bare: Wordings
    """A bare no, or policy."""
    handed_over: Wordings
    """Passed on after a real attempt; the rehearsal ends with it."""
    handed_over_early: MaybeWordings = ()
    """Passed on before anything was tried; without it: refused_bare."""
    boundary_set: MaybeWordings = ()
    """A boundary with its choice, when it was due; without it: refused_kind."""
    interrupted: Wordings
    """Before they take up again what was cut."""
    interrupted_again: MaybeWordings = ()
    """From the third time on; without it: interrupted."""
    snapped: MaybeWordings = ()
    """Over the trainee who cuts in, where ``when_cut`` is snaps; without it: interrupted."""
    inflamed: Wordings
    """Argued with, threatened, sent elsewhere, half apologised to."""
    dismissed: MaybeWordings = ()
    """``Calm down``; without it: inflamed."""
    blamed: MaybeWordings = ()
    """``You should have``; without it: inflamed."""
    insulted: Wordings
    """Rude or mocking words."""
    repeated_apology: Wordings
    """The third sorry and every one after it."""
    silence: Wordings
    """Nobody speaks."""
    monologue_cut: Wordings
    """They cut in on a trainee who talks on and on."""
    not_caught: Wordings
    """Not a word could be made out: nobody's fault."""
    not_followed: Wordings
    """Words that answer nothing."""
    ignored: MaybeWordings = ()
    """Words that pass over what they have just asked for; without it: not_followed."""
    accepted: MaybeWordings = ()
    """They take the offer; the rehearsal ends well. Wanted wherever it can be said."""
    loyal: MaybeWordings = ()
    """The call that was promised was made, and kept them; without it: accepted."""
    took_it: MaybeWordings = ()
    """They take what was too much; without it: gave_in."""
    call_paused: MaybeWordings = ()
    """The trainee ends it, politely, until it is calmer; without it: boundary_set."""
    leaving: Wordings
    """They walk out or hang up; the rehearsal ends badly."""
    ended_early: MaybeWordings = ()
    """The trainee ends it before anything is settled."""
    out_of_time: MaybeWordings = ()
    """The time is up and nothing is settled."""

    def wordings(self, situation: Situation) -> tuple[str, ...]:
        """Return the wordings that stand here for a situation, those of all its pieces."""
        if situation in ELSEWHERE:
            return ()
        match getattr(self, situation.value):
            case Mapping() as pieces:
                return tuple(wording for piece in pieces.values() for wording in piece)
            case found if situation is Situation.VENT:
                return tuple(wording for piece in found for wording in piece)
            case found:
                return tuple(found)

    def stand_in(self, situation: Situation) -> Situation:
        """Return the situation itself when it has lines, otherwise the one that stands in."""
        while not self.wordings(situation) and situation in FALLBACKS:
            situation = FALLBACKS[situation]
        return situation
