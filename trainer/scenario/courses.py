"""What a customer may do besides complaining: demand, threaten, insult. Each runs its course."""

from typing import Annotated

from pydantic import Field

from trainer.scenario.kinds import StopsFor
from trainer.scenario.part import MaybePhrasings, MaybeWordings, Part, Phrasings, Wordings

__all__ = ["Demand", "Insults", "Threat"]

After = Annotated[int, Field(ge=1, le=20)]


class Demand(Part):
    """Something unreasonable that they ask for; a kind no with a reason or another way meets it."""

    says: Wordings
    """How they ask for it."""
    again: MaybeWordings = ()
    """When it was passed over or refused barely; without it: says."""
    after: After = 2
    """They ask for it after so many replies, once they were heard."""
    granted_as: Phrasings
    """Words of granting it, as spoken: that is giving in."""
    declined_as: MaybePhrasings = ()
    """Words of a kind no that belong to this demand, besides those that are always known."""


class Threat(Part):
    """An empty threat: to sue, to post it, to ring the owner. Kindness without a bribe ends it."""

    says: Wordings
    """How they threaten."""
    again: MaybeWordings = ()
    """When it was fed: argued with, or passed over; without it: says."""
    dropped: Wordings
    """When it has met kindness and nobody gave way."""
    after: After = 2
    """It comes after so many replies, once they were heard."""
    gives_way: MaybePhrasings = ()
    """Words of giving way to it, besides those in ``solution.too_much``: that is giving in."""


class Insults(Part):
    """Insults at the trainee, piece by piece."""

    says: Annotated[tuple[Wordings, ...], Field(min_length=1)]
    """Each is one insult in one wording or several, in the order in which they come."""
    from_pressure: Annotated[int, Field(ge=0, le=95)] = 60
    """They begin once the pressure is or was this high; at the opening counts."""
    after: After = 1
    """The first comes after so many replies, heard or not, or before they settle."""
    stop_for: StopsFor = StopsFor.CALM
    """calm: a calm reply ends them. boundary: only a boundary does. nothing: not even a boundary,
    so that the trainee has to keep it and end the call."""
