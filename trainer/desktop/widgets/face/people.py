"""Who a customer is to look at: a look for each who is known, and a steady one for all others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from zlib import crc32

__all__ = ["Clothes", "Gallery", "Hair", "Head", "Look", "Skin"]

NEAR_YEARS = 14
GREYING_AGE = 50


@dataclass(frozen=True, slots=True)
class Skin:
    """The tones of a skin, each as ``#rrggbb``."""

    base: str
    shade: str
    line: str
    lip: str
    light: str


@dataclass(frozen=True, slots=True)
class Head:
    """The shape of a head and its features; 1 is ordinary unless said otherwise.

    Attributes:
        jaw: 0 for narrow, 1 for square.
        full: How full the cheeks are, 0 to 1.
        bridge: How far the nose is arched, -1 for turned up, 1 for aquiline.
        build: Breadth of neck and shoulders.
        eyes_tilt: Outer corners of the eyes, 1 for up, -1 for down.
    """

    width: float = 1.0
    length: float = 1.0
    jaw: float = 0.5
    full: float = 0.4
    eyes: float = 1.0
    eyes_apart: float = 1.0
    eyes_tilt: float = 0.3
    nose: float = 1.0
    nose_width: float = 1.0
    bridge: float = 0.0
    lips: float = 1.0
    mouth: float = 1.0
    ears: float = 1.0
    build: float = 1.0


@dataclass(frozen=True, slots=True)
class Hair:
    """Hair and beard, by the names of their shapes and colours."""

    style: str = "crop"
    colour: str = "brown"
    beard: str = "none"
    beard_colour: str = ""
    brows: float = 1.0
    brow_colour: str = ""


@dataclass(frozen=True, slots=True)
class Clothes:
    """What they wear, by the names of shapes and colours."""

    top: str = "tee"
    colour: str = "slate"
    over: str = "none"
    over_colour: str = "navy"
    tie: str = ""
    glasses: str = "none"
    glasses_colour: str = "black"
    earrings: str = "none"
    hat: str = "none"
    hat_colour: str = "moss"


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody to look at.

    Attributes:
        reads_as: "woman", "man" or "either": which names it may go with.
        turn: How the head is usually held, -1 for left as the viewer sees it, 1 for right.
    """

    age: int
    reads_as: str = "either"
    skin: str = "fair"
    iris: str = "brown"
    turn: float = 0.4
    freckles: bool = False
    head: Head = field(default_factory=Head)
    hair: Hair = field(default_factory=Hair)
    clothes: Clothes = field(default_factory=Clothes)


class Gallery:
    """The looks that there are.

    Args:
        table: What assets/faces.toml holds: colours, people, what names tell, and what others wear.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.skins = {name: Skin(**tones) for name, tones in table["skins"].items()}
        self.irises: Mapping[str, str] = table["irises"]
        self.hairs: Mapping[str, str] = table["hairs"]
        self.cloths: Mapping[str, str] = table["cloths"]
        self.people = {name: _look(row) for name, row in table["people"].items()}
        self._women = frozenset(table["names"]["woman"])
        self._men = frozenset(table["names"]["man"])
        self._other_clothes: Sequence[str] = table["other_clothes"]
        self._other_hairs: Mapping[str, Sequence[str]] = table["other_hairs"]

    def look_of(self, person: str, age: int | None = None) -> Look:
        """Return the look of a person; somebody unknown always gets the same one.

        Args:
            person: The customer's name, as in the scenario.
            age: In years; None takes it from the look.
        """
        known = self.people.get(person)
        look = self._stranger(person, age) if known is None else known
        return look if age is None else replace(look, age=age)

    def _stranger(self, person: str, age: int | None) -> Look:
        fitting = self._fitting(self._reads_as(person), age)
        seed = crc32(person.encode())
        look = fitting[seed % len(fitting)]
        cloth = self._other_clothes[seed // 7 % len(self._other_clothes)]
        clothes, hair = replace(look.clothes, colour=cloth), look.hair
        if look.age < GREYING_AGE:
            hairs = self._other_hairs[look.skin]
            hair = replace(hair, colour=hairs[seed // 91 % len(hairs)], brow_colour="")
        return replace(look, clothes=clothes, hair=hair, turn=-look.turn)

    def _reads_as(self, person: str) -> str:
        first = person.casefold().replace(".", "").split()[:1]
        if first and first[0] in self._women:
            return "woman"
        return "man" if first and first[0] in self._men else "either"

    def _fitting(self, reads_as: str, age: int | None) -> list[Look]:
        looks = [
            look
            for look in self.people.values()
            if "either" in (reads_as, look.reads_as) or look.reads_as == reads_as
        ]
        if age is None:
            return looks
        near = [look for look in looks if abs(look.age - age) <= NEAR_YEARS]
        return near or [min(looks, key=lambda look: abs(look.age - age))]


def _look(row: Mapping[str, Any]) -> Look:
    parts = {"head": Head, "hair": Hair, "clothes": Clothes}
    made = {name: part(**row.get(name, {})) for name, part in parts.items()}
    return Look(**{**row, **made})
