"""Changes to a scenario's text, each in its place: comments, order and all other lines stay."""

import json
import re
from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode, SequenceNode

from trainer.rehearsal.outline import Spot, outline
from trainer.scenario.reading import Place, model_at
from trainer.scenario.scenario import Scenario

__all__ = [
    "Content",
    "moved",
    "renamed",
    "with_entry",
    "with_id",
    "with_key",
    "with_value",
    "without",
]

Content: TypeAlias = "str | int | tuple[str, ...] | list[Content] | Mapping[str, Content]"
"""What is to stand in a place; a tuple is a list between brackets, a list has a line an entry."""
Spots: TypeAlias = Mapping[Place, Spot]

WIDTH = 110
"""A longer line of text is folded."""
INDENT = 2
NAME = re.compile(r"[a-z][a-z0-9_-]*")
WORD = re.compile(r"[a-z_]+")
SPECIAL = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n", "~"})
"""Other readers of YAML take these for something else than a text."""
TEXT_TAG = "tag:yaml.org,2002:str"


def with_value(text: str, place: Place, value: str) -> str:
    """Return the text with one single value changed; what is not there yet is added.

    Raises:
        KeyError: There is something else at that place, or what it would stand in is missing.
    """
    spots = outline(text)
    place = _listed(spots, place)
    if place not in spots:
        return with_key(text, place, _typed(place, value))
    spot = spots[place]
    if spot.value is None:
        raise KeyError(place)
    before, after = text[: spot.start], text[spot.end :]
    gap = "" if before.endswith((" ", "\n", "[", "{")) else " "
    if not isinstance(_typed(place, value), str):
        return f"{before}{gap}{value}{after}"
    room = None if spot.flow or "#" in after.partition("\n")[0] else _column(text, spot.head)
    return f"{before}{gap}{_written(value, _column(text, spot.start), room)}{after}"


def with_entry(text: str, place: Place, at: int, content: Content) -> str:
    """Return the text with one more entry in a list, before the one that is there now.

    A list that is not there yet is made, and a single value becomes the first of a list.

    Raises:
        KeyError: There is something else, or what it would stand in is missing.
    """
    spots = outline(text)
    spot = spots.get(place)
    if spot is None:
        return with_key(text, place, _list_of(content))
    if spot.value is not None:
        there: list[Content] = [spot.value] if spot.value else []
        return _with_instead(text, spots, place, [*there[:at], content, *there[at:]])
    if not spot.is_list:
        raise KeyError(place)
    below = _below(spots, place)
    if not below:
        return _with_instead(text, spots, place, _list_of(content))
    entries = [spots[one] for one in below]
    if spot.flow:
        return _with_flow(text, entries, at, _flow(content))
    entry = f"- {_block(content, _column(text, spot.start) + INDENT)}"
    return _with_lines(text, entries, at, entry)


def with_key(text: str, place: Place, content: Content) -> str:
    """Return the text with one more key in a mapping, where the format's own order has it.

    Raises:
        KeyError: It is there, or what it would stand in can't have it.
    """
    spots = outline(text)
    parent, key = place[:-1], str(place[-1])
    spot = spots.get(parent)
    if place in spots or (spot is None and not parent):
        raise KeyError(place)
    if spot is None:
        return with_key(text, parent, {key: content})
    if spot.is_list or spot.value:
        raise KeyError(place)
    below = _below(spots, parent)
    if not below:
        return _with_instead(text, spots, parent, {key: content})
    at = _place_among([str(one[-1]) for one in below], key, parent)
    there = [spots[one] for one in below]
    if spot.flow:
        return _with_flow(text, there, at, f"{key}: {_flow(content)}")
    gap = "\n\n" if not parent and isinstance(content, list | Mapping) else "\n"
    entry = f"{key}:{_after(content, _column(text, there[0].head))}"
    return _with_lines(text, there, at, entry, gap)


def without(text: str, place: Place) -> str:
    """Return the text without an entry or a key; the last one leaves ``[]`` or ``{}``.

    Raises:
        KeyError: It is not there, or nothing would be left.
    """
    spots = outline(text)
    parent = place[:-1]
    if place != _listed(spots, place):
        return _with_instead(text, spots, parent, [])
    spot = spots[place]
    below = _below(spots, parent)
    if not place or (not parent and len(below) == 1):
        raise KeyError(place)
    at = below.index(place)
    if len(below) == 1:
        return _emptied(text, spots, parent, spot)
    if spots[parent].flow:
        if at + 1 < len(below):
            return text[: spot.head] + text[spots[below[at + 1]].head :]
        return text[: spots[below[at - 1]].end] + text[spot.end :]
    line_start = text.rfind("\n", 0, spot.head) + 1
    if text[line_start : spot.head].strip():  # it shares its line with the list that it is in
        return without(moved(text, place, 1), (*parent, 1))
    before, after = text[:line_start], text[_line_end(text, spot.end) + 1 :]
    is_twice = before.endswith("\n\n") and after.startswith("\n")
    return before + after[is_twice:]  # one blank line between what was on both sides is enough


def moved(text: str, place: Place, by: int) -> str:
    """Return the text with an entry or a key in the place of the next, or of the one before.

    Raises:
        KeyError: It is not there, or there is none to change places with.
    """
    spots = outline(text)
    below = _below(spots, place[:-1])
    if place not in below or not 0 <= below.index(place) + by < len(below):
        raise KeyError(place)
    first, second = sorted((below.index(place), below.index(place) + by))
    one, other = spots[below[first]], spots[below[second]]
    flow = spots[place[:-1]].flow
    ends = [spot.end if flow else _line_end(text, spot.end) for spot in (one, other)]
    return (
        text[: one.head]
        + text[other.head : ends[1]]
        + text[ends[0] : other.head]
        + text[one.head : ends[0]]
        + text[ends[1] :]
    )


def renamed(text: str, place: Place, name: str) -> str:
    """Return the text with another key for what stands in a place.

    Raises:
        KeyError: It is not there, or there is another of that name, or the name is none.
    """
    spots = outline(text)
    spot, key = spots[place], str(place[-1])
    plain = text.startswith(f"{key}:", spot.head)
    if (*place[:-1], name) in spots or not NAME.fullmatch(name) or not plain:
        raise KeyError(place)
    return text[: spot.head] + name + text[spot.head + len(key) :]


def with_id(text: str, name: str) -> str:
    """Return the text of a scenario under another id."""
    return re.sub(r"(?m)^id:.*$", f"id: {name}", text, count=1)


def _below(spots: Spots, place: Place) -> list[Place]:
    """Return the places of what is in a list or a mapping, in their order."""
    depth = len(place)
    return [one for one in spots if len(one) == depth + 1 and one[:depth] == place]


def _listed(spots: Spots, place: Place) -> Place:
    """Return where an entry stands: a text alone is as good as a list of it."""
    alone = spots.get(place[:-1])
    is_alone = alone is not None and bool(alone.value) and place[-1:] == (0,)
    return place[:-1] if is_alone else place


def _place_among(keys: Sequence[str], key: str, parent: Place) -> int:
    """Return before which of the keys a new one belongs in the format's own order."""
    model = model_at(Scenario, parent)
    order = list(model.model_fields) if model else []
    if key not in order:
        return len(keys)
    earlier = order[: order.index(key)]
    return max((at + 1 for at, one in enumerate(keys) if one in earlier), default=0)


def _with_flow(text: str, there: Sequence[Spot], at: int, entry: str) -> str:
    if at < len(there):
        head = there[at].head
        return f"{text[:head]}{entry}, {text[head:]}"
    end = there[-1].end
    return f"{text[:end]}, {entry}{text[end:]}"


def _with_lines(text: str, there: Sequence[Spot], at: int, entry: str, gap: str = "\n") -> str:
    pad = gap + " " * _column(text, there[0].head)
    if at == 0:
        head = there[0].head
        return f"{text[:head]}{entry}{pad}{text[head:]}"
    end = _line_end(text, there[at - 1].end)
    return f"{text[:end]}{pad}{entry}{text[end:]}"


def _with_instead(text: str, spots: Spots, place: Place, content: Content) -> str:
    """Put a list or a mapping where a single value, or an empty one, was."""
    spot = spots[place]
    lead = text[spot.head : spot.start]
    if not place or spots[place[:-1]].flow or "\n" in lead:
        gap = " " if text[: spot.start].endswith(":") else ""
        return text[: spot.start] + gap + _flow(content) + text[spot.end :]
    start = spot.head + len(lead.rstrip())
    column = _column(text, spot.head)
    is_entry = isinstance(place[-1], int)
    if is_entry:
        return f"{text[:start]} {_block(content, column + INDENT)}{text[spot.end :]}"
    end = _line_end(text, spot.end)  # a comment stays in the line of the key
    return text[:start] + text[spot.end : end] + _after(content, column) + text[end:]


def _emptied(text: str, spots: Spots, parent: Place, last: Spot) -> str:
    whole = spots[parent]
    nothing = "[]" if whole.is_list else "{}"
    line_start = text.rfind("\n", 0, last.head) + 1
    if whole.flow or text[line_start : last.head].strip():
        return text[: whole.start] + nothing + text[whole.end :]
    colon = text.index(":", whole.head) + 1
    rest = text[_line_end(text, last.end) + 1 :]
    return f"{text[:colon]} {nothing}{text[colon:line_start]}{rest}"


def _column(text: str, at: int) -> int:
    return at - text.rfind("\n", 0, at) - 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _list_of(content: Content) -> Content:
    """Return the usual list of one: words stand between brackets, all else has lines of its own."""
    is_word = isinstance(content, str) and WORD.fullmatch(content)
    return (str(content),) if is_word else [content]


def _after(content: Content, column: int) -> str:
    """Write what comes after a key that stands in that column."""
    if content and isinstance(content, list | Mapping):
        inner = column + INDENT
        return f"\n{' ' * inner}{_block(content, inner)}"
    return f" {_block(content, column + INDENT)}"


def _block(content: Content, column: int) -> str:
    """Write something whose first letter stands in that column."""
    pad = "\n" + " " * column
    match content:
        case str():
            return _written(content, column, max(0, column - INDENT))
        case list() if content:
            return pad.join(f"- {_block(one, column + INDENT)}" for one in content)
        case Mapping() if content:
            return pad.join(f"{key}:{_after(one, column)}" for key, one in content.items())
        case _:
            return _flow(content)


def _flow(content: Content) -> str:
    match content:
        case str():
            return _written(content, 0, None)
        case tuple() | list():
            return f"[{', '.join(_flow(one) for one in content)}]"
        case bool():
            return "true" if content else "false"
        case Mapping():
            return f"{{{', '.join(f'{key}: {_flow(one)}' for key, one in content.items())}}}"
        case _:
            return str(content)


def _typed(place: Place, value: str) -> str | int:
    """Return a number, or a yes or no, where the format wants one; else the text."""
    model = model_at(Scenario, place[:-1])
    field = model.model_fields.get(str(place[-1])) if model else None
    wanted = field.annotation if field else None
    if wanted is int and value.isdecimal():
        return int(value)
    return value == "true" if wanted is bool and value in {"true", "false"} else value


def _written(value: str, column: int, room: int | None) -> str:
    """Write a text as YAML wants it: plain where that is safe, else between quotes.

    Args:
        value: The text.
        column: Where it begins.
        room: The column of what it belongs to, from which a folded text is indented; None where
            it has to stay in its line.
    """
    if room is not None and column + len(value) > WIDTH and _can_fold(value):
        pad = "\n" + " " * (room + INDENT)
        words = wrap(value, WIDTH - room - INDENT, break_long_words=False, break_on_hyphens=False)
        return ">-" + "".join(pad + line for line in words)
    if _is_safe(value, flow=room is None):
        return value
    return json.dumps(value, ensure_ascii=False)


def _can_fold(value: str) -> bool:
    return value == " ".join(value.split()) and value.isprintable()


def _is_safe(value: str, *, flow: bool) -> bool:
    """Tell whether YAML reads it as it stands, between no quotes and in either kind of list."""
    if value.lower() in SPECIAL or not value.isprintable():
        return False
    try:
        read = YAML(typ="safe", pure=True).compose(f"[{value}]" if flow else f"- {value}")
    except YAMLError:
        return False
    if not isinstance(read, SequenceNode) or len(read.value) != 1:
        return False
    (node,) = read.value
    return (
        isinstance(node, ScalarNode)
        and node.style is None
        and node.tag == TEXT_TAG
        and node.value == value
    )
