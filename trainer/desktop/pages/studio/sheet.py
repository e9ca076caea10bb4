"""What a scenario's text says, by place, for the form to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trainer.rehearsal.outline import Spot
    from trainer.scenario.reading import Place

__all__ = ["Sheet"]


class Sheet:
    """A text's outline to ask; false where the text can't be read.

    Args:
        spots: Where everything stands.
        own: It may be changed.
    """

    def __init__(self, spots: Mapping[Place, Spot], *, own: bool) -> None:
        self._spots, self.own = spots, own
        self._below: dict[Place, list[str | int]] = {}
        for place in spots:
            if place:
                self._below.setdefault(place[:-1], []).append(place[-1])

    def __bool__(self) -> bool:
        return bool(self._spots)

    def has(self, place: Place) -> bool:
        """Tell whether anything stands there."""
        return place in self._spots

    def value(self, place: Place) -> str | None:
        """Return a single value; None where there is none."""
        spot = self._spots.get(place)
        return spot.value if spot else None

    def keys(self, place: Place) -> tuple[str, ...]:
        """Return the keys of a mapping, in their order."""
        return tuple(str(one) for one in self._below.get(place, ()))

    def length(self, place: Place) -> int:
        """Return how many entries a list has; a text alone is a list of one."""
        return len(self._below.get(place, ())) or int(bool(self.value(place)))

    def texts(self, place: Place) -> tuple[str, ...]:
        """Return the texts of a list; what is none of them is empty."""
        if alone := self.value(place):
            return (alone,)
        return tuple(self.value((*place, one)) or "" for one in self._below.get(place, ()))
