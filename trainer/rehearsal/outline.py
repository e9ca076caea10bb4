"""Where each thing of a scenario stands in its text, so that it can be pointed at and changed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from trainer.scenario.reading import Place

__all__ = ["Spot", "nearest_line", "outline", "with_id", "with_value"]

PLAIN = re.compile(r"[A-Za-z][\w .,;!?'()/-]*[\w.,;!?')]|[A-Za-z]|\d+")
"""What YAML reads as it stands, between no quotes."""
SPECIAL = frozenset({"true", "false", "yes", "no", "on", "off", "null"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in the text.

    Attributes:
        line: The line of its key, from 1.
        start: Where the value begins in the text.
        end: Just after it.
        value: The text of a single value; None for a list or a mapping.
    """

    line: int
    start: int
    end: int
    value: str | None


def outline(text: str) -> Mapping[Place, Spot]:
    """Return where everything stands; nothing where the text can't be read."""
    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except YAMLError:
        return {}
    return dict(_spots(node, ())) if node else {}


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


def with_value(text: str, place: Place, value: str) -> str:
    """Return the text with one single value changed; everything else stays as it is.

    Raises:
        KeyError: There is no single value at that place.
    """
    spot = outline(text)[place]
    if spot.value is None:
        raise KeyError(place)
    start, end = spot.start, spot.end
    if start == end:  # an empty value is said to stand wherever the next thing does
        line_start = len("".join(text.splitlines(keepends=True)[: spot.line - 1]))
        start = end = text.index(":", line_start) + 1
    before, after = text[:start], text[end:]
    gap = "" if before.endswith((" ", "\n")) else " "
    tail = "" if not after or after.startswith(("\n", " ")) else "\n"
    return f"{before}{gap}{_written(value)}{tail}{after}"


def with_id(text: str, name: str) -> str:
    """Return the text of a scenario under another id."""
    return re.sub(r"(?m)^id:.*$", f"id: {name}", text, count=1)


def _spots(node: Node, place: Place, line: int | None = None) -> Iterator[tuple[Place, Spot]]:
    start, end = node.start_mark, node.end_mark
    value = str(node.value) if isinstance(node, ScalarNode) else None
    yield place, Spot(line or start.line + 1, start.index, end.index, value)
    match node:
        case MappingNode():
            for key, inner in node.value:
                yield from _spots(inner, (*place, str(key.value)), key.start_mark.line + 1)
        case SequenceNode():
            for number, inner in enumerate(node.value):
                yield from _spots(inner, (*place, number))
        case _:
            pass


def _written(value: str) -> str:
    """Return a value as YAML wants it: plain where that is safe, else between quotes."""
    if PLAIN.fullmatch(value) and value.lower() not in SPECIAL:
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
