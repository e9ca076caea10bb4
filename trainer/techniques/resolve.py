"""What a reply's matches come to: the best of those that compete, as the whole reply has it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from trainer.techniques.phrases import TechniquePhrases
from trainer.techniques.technique import Technique, TechniqueId

__all__ = ["resolve"]

Lists = Mapping[TechniqueId, TechniquePhrases]


def resolve(heard: Sequence[Technique], lists: Lists) -> tuple[Technique, ...]:
    """Return the techniques of a reply, sorted by their words.

    Args:
        heard: Every match, in any order.
        lists: The phrase lists, which say what yields to what.
    """
    kept = _without_silenced(_without_yielding(_best(heard, lists), lists), lists)
    softened = _best([_soften(one, kept, lists) for one in kept], lists)
    return tuple(sorted(softened, key=lambda one: (one.start, one.end, one.id)))


def _best(heard: Sequence[Technique], lists: Lists) -> list[Technique]:
    """Keep the strongest of those that have the same id and compete."""
    ranked = sorted(heard, key=lambda one: (-one.strength, one.start - one.end, one.start))
    kept: list[Technique] = []
    for one in ranked:
        rivals = [other for other in kept if other.id is one.id]
        if not any(lists[one.id].once or _share_words(one, other) for other in rivals):
            kept.append(one)
    return kept


def _without_yielding(heard: Sequence[Technique], lists: Lists) -> list[Technique]:
    return [
        one
        for one in heard
        if not any(
            other.id in lists[one.id].yields_to and _share_words(one, other) for other in heard
        )
    ]


def _without_silenced(heard: Sequence[Technique], lists: Lists) -> list[Technique]:
    """Leave out what does not count beside others, wherever in the reply they stand."""
    ids = {one.id for one in heard}
    return [one for one in heard if ids.isdisjoint(lists[one.id].silenced_by)]


def _soften(one: Technique, heard: Sequence[Technique], lists: Lists) -> Technique:
    """Turn a bare refusal that stands beside an offer into what it is: a kind no."""
    softening = lists[one.id].softened
    if softening and any(other.id in softening.by for other in heard):
        return replace(one, id=softening.into)
    return one


def _share_words(one: Technique, other: Technique) -> bool:
    return one.start < other.end and other.start < one.end
