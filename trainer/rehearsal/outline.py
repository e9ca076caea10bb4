"""Where each thing of a scenario stands in its text, so that it can be pointed at and changed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, SequenceNode

from trainer.scenario.reading import Place

__all__ = ["Spot", "nearest_line", "outline"]

KEY = re.compile(r"( *)([A-Za-z_][\w-]*):(?=\s|$)")
NO_CONTENT = re.compile(r"(?:[ \t]*(?:#.*)?\n)*")
"""Blank lines and comments."""
REST_OF_LINE = re.compile(r"[ \t]*(?:#.*)?(?:\n|$)")
SMALL = 300
"""Shorter texts are read as a whole; cutting them up is not worth it."""
KEPT = 2048
"""So many pieces of texts are remembered; a scenario has 150."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in the text.

    Attributes:
        line: The line of its key, from 1.
        head: Where its entry begins: its key, its hyphen, or between brackets the value itself.
        start: Where the value begins.
        end: Just after it.
        value: The text of a single value; None for a list or a mapping.
        is_list: It is a list.
        flow: It is written between brackets.
    """

    line: int
    head: int
    start: int
    end: int
    value: str | None
    is_list: bool = False
    flow: bool = False

    def moved(self, lines: int, letters: int) -> "Spot":
        """Return it so much further down in a longer text."""
        line, value = self.line + lines, self.value
        head, start, end = self.head + letters, self.start + letters, self.end + letters
        return Spot(line, head, start, end, value, self.is_list, self.flow)


def outline(text: str) -> Mapping[Place, Spot]:
    """Return where everything stands; nothing where the text can't be read.

    The text is read piece by piece, a piece for each key, and those that have not changed since
    the last time are not read again.
    """
    try:
        return dict(_by_pieces(text))
    except YAMLError:  # a piece by itself may be wrong where the whole is not
        pass
    try:
        return dict(_composed(text))
    except YAMLError:
        return {}


def nearest_line(spots: Mapping[Place, Spot], dotted: str) -> int:
    """Return the line of a place such as ``lines.opening``, or of the nearest thing there is."""
    place: Place = ()
    for part in dotted.split("."):
        following: Place = (*place, part)
        if following not in spots and part.isdigit():
            following = (*place, int(part) - 1)
        if following not in spots:
            break
        place = following
    return spots[place].line if place in spots else 1


def _by_pieces(text: str) -> list[tuple[Place, Spot]]:
    starts = _keys(text)
    if len(text) < SMALL or not starts:
        return list(_composed(text))
    found: list[tuple[Place, Spot]] = []
    line = 1 + text.count("\n", 0, starts[0])
    for start, end in pairwise((*starts, len(text))):
        piece = text[start:end]
        found += ((place, spot.moved(line - 1, start)) for place, spot in _piece(piece))
        line += piece.count("\n")
    tops = [spot for place, spot in found if len(place) == 1]
    whole = Spot(tops[0].line, tops[0].head, tops[0].head, tops[-1].end, None)
    return [((), whole), *found]


def _keys(text: str) -> list[int]:
    """Return where the lines of the outermost keys begin; nothing where there are none."""
    first = _first_content(text)
    found = KEY.match(text, first)
    if found is None:
        return []
    return [one.start() for one in re.finditer(rf"(?m)^{found[1]}[A-Za-z_][\w-]*:(?=\s|$)", text)]


@lru_cache(KEPT)
def _piece(text: str) -> tuple[tuple[Place, Spot], ...]:
    """Return the spots of a text with one key, without the one of the whole."""
    key = KEY.match(text)
    body = key and REST_OF_LINE.match(text, key.end())
    if len(text) < SMALL or key is None or body is None:
        return tuple(one for one in _composed(text) if one[0])
    inner = KEY.match(text, _first_content(text, body.end()))
    if inner is None or len(inner[1]) <= len(key[1]):
        return tuple(one for one in _composed(text) if one[0])
    lines, name = text.count("\n", 0, body.end()), key[2]
    below = [
        ((name, *place), spot.moved(lines, body.end()))
        for place, spot in _by_pieces(text[body.end() :])
    ]
    _, whole = below[0]
    own = Spot(1, len(key[1]), whole.start, whole.end, None, whole.is_list, whole.flow)
    return (((name,), own), *below[1:])


def _first_content(text: str, at: int = 0) -> int:
    found = NO_CONTENT.match(text, at)
    return found.end() if found else at


def _composed(text: str) -> tuple[tuple[Place, Spot], ...]:
    node = YAML(typ="safe", pure=True).compose(text)
    return tuple(_Reading(text).spots(node)) if node else ()


class _Reading:
    """Tells the spots of a text that was read as a whole."""

    def __init__(self, text: str) -> None:
        self._text = text

    def spots(
        self,
        node: Node,
        place: Place = (),
        head: int | None = None,
        line: int = 0,
        *,
        flow: bool = False,
    ) -> list[tuple[Place, Spot]]:
        start = node.start_mark.index
        head = start if head is None else head
        line = line or node.start_mark.line + 1
        if not isinstance(node, CollectionNode):
            start, end = self._ends(node, head)
            return [(place, Spot(line, head, start, end, str(node.value), flow=flow))]
        flow = flow or bool(node.flow_style)
        below = [
            one
            for part, inner, at, on in self._inside(node, flow=flow)
            for one in self.spots(inner, (*place, part), at, on, flow=flow)
        ]
        end = node.end_mark.index if flow else max(one.end for _, one in below)
        is_list = isinstance(node, SequenceNode)
        return [(place, Spot(line, head, start, end, None, is_list, flow)), *below]

    def _inside(
        self, node: CollectionNode, *, flow: bool
    ) -> Iterator[tuple[str | int, Node, int, int]]:
        """Yield the parts of a list or mapping: key, node, where the entry begins, and its line."""
        if isinstance(node, MappingNode):
            for key, inner in node.value:
                yield str(key.value), inner, key.start_mark.index, key.start_mark.line + 1
            return
        column = node.start_mark.column
        for number, inner in enumerate(node.value):
            first = inner.start_mark.index
            at = first if flow else self._hyphen(first, column, is_first=not number, node=node)
            yield number, inner, at, self._text.count("\n", 0, at) + 1

    def _hyphen(self, before: int, column: int, *, is_first: bool, node: Node) -> int:
        """Return where the hyphen of a list's entry stands, in its line or in one above."""
        if is_first:
            return int(node.start_mark.index)
        line_start = self._text.rfind("\n", 0, before) + 1
        while self._text[line_start : line_start + column + 1].strip() != "-":
            line_start = self._text.rfind("\n", 0, line_start - 1) + 1
        return line_start + column

    def _ends(self, node: Node, head: int) -> tuple[int, int]:
        """Return where a single value begins and ends, without the blank lines below it."""
        start, end = node.start_mark.index, node.end_mark.index
        if start == end:  # an empty value is said to stand wherever the next thing does
            is_entry = self._text.startswith("-", head)
            at = head + 1 if is_entry else self._text.find(":", head, start) + 1 or start
            return at, at
        return start, start + len(self._text[start:end].rstrip())
