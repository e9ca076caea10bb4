"""A YAML text read into a model, with every mistake told by its line and with its mend."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, TypeAlias, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

__all__ = ["FileProblem", "Place", "model_at", "read_model"]

Model = TypeVar("Model", bound=BaseModel)
Place: TypeAlias = tuple[str | int, ...]
"""Where in a file something stands: ``("lines", "vent", 0)``."""


class FileProblem(ValueError):  # noqa: N818 - a word for people, as in AudioProblem
    """A file has mistakes; each is one line: ``name:LINE: what is wrong: how to mend it``."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = tuple(mistakes)


def read_model(
    model: type[Model],
    text: str,
    name: str,
    problem: type[FileProblem],
    find_mistakes: Callable[[Model], Iterable[tuple[Place, str]]] = lambda read: (),  # noqa: ARG005 - called by position
) -> Model:
    """Read a YAML text into a model.

    Args:
        model: What the file holds.
        text: The file's text.
        name: The file's name, for the mistakes.
        problem: What to raise.
        find_mistakes: Yields what each part allows by itself but the whole does not, and where.

    Raises:
        FileProblem: Of the class `problem`, with every mistake in the order of its lines.
    """
    page = _Page()
    try:
        data = page.take(YAML(typ="safe", pure=True).compose(text))
    except YAMLError as error:
        raise problem([f"{name}:{_line_of(error)}: {_yaml_trouble(error)}"]) from None
    try:
        read = model.model_validate(data)
    except ValidationError as error:
        page.blame(_from_model(model, error))
        raise problem(page.told(name)) from None
    page.blame(find_mistakes(read))
    if page.mistakes:
        raise problem(page.told(name))
    return read


@dataclass(slots=True)
class _Page:
    """Plain data of a YAML text, where each value stands, and what is wrong with it."""

    lines: dict[Place, int] = field(default_factory=dict)
    mistakes: list[tuple[int, str]] = field(default_factory=list)
    _seen: set[int] = field(default_factory=set)

    def take(self, node: Node | None, place: Place = ()) -> object:
        """Return a node's plain data and remember its line."""
        if node is None:
            return {}
        self.lines.setdefault(place, _line(node))
        match node:
            case MappingNode() | SequenceNode() if id(node) in self._seen:
                self.mistakes.append((self.lines[place], "this is here by *: write it out instead"))
                return None
            case MappingNode():
                self._seen.add(id(node))
                return self._mapping(node, place)
            case SequenceNode():
                self._seen.add(id(node))
                return [self.take(item, (*place, n)) for n, item in enumerate(node.value)]
            case _:
                return _scalar(str(node.tag), str(node.value))

    def _mapping(self, node: MappingNode, place: Place) -> dict[str, object]:
        taken: dict[str, object] = {}
        for key_node, value in node.value:
            key, line = str(key_node.value), _line(key_node)
            if key in taken:
                first = self.lines[*place, key]
                self.mistakes.append(
                    (line, f'"{key}" is here twice, first in line {first}: keep one of them')
                )
                continue
            self.lines[*place, key] = line
            taken[key] = self.take(value, (*place, key))
        return taken

    def blame(self, found: Iterable[tuple[Place, str]]) -> None:
        """Add mistakes, each in the line of the nearest thing that the file has."""
        self.mistakes += [(self._nearest(place), what) for place, what in found]

    def told(self, name: str) -> list[str]:
        """Return every mistake as a line, from the top of the file to its bottom."""
        return [f"{name}:{line}: {what}" for line, what in sorted(self.mistakes)]

    def _nearest(self, place: Place) -> int:
        while place not in self.lines and place:
            place = place[:-1]
        return self.lines.get(place, 1)


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1


def _scalar(tag: str, text: str) -> object:
    kind = tag.rpartition(":")[2]
    try:
        match kind:
            case "int":
                return int(text)
            case "float":
                return float(text)
            case "bool":
                return text.lower() == "true"
            case "null":
                return None
            case _:
                return text
    except ValueError:
        return text


def _line_of(error: YAMLError) -> int:
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    return int(mark.line) + 1 if mark else 1


def _yaml_trouble(error: YAMLError) -> str:
    what = getattr(error, "problem", None) or "a character that a text file can't hold"
    return (
        f"this can't be read as YAML ({what}): look at the indentation, and put a text that has"
        ' a colon, "#" or quotes in it behind ">-" or between quotes'
    )


def _from_model(model: type[BaseModel], error: ValidationError) -> Iterator[tuple[Place, str]]:
    for details in error.errors(include_url=False):
        yield details["loc"], _model_trouble(model, details)


def _model_trouble(model: type[BaseModel], details: ErrorDetails) -> str:
    place, context = details["loc"], details.get("ctx", {})
    word = str(place[-1]) if place else "the file"
    match details["type"]:
        case "missing":
            return f'"{word}" is missing: add it here{_hint(model, place)}'
        case "extra_forbidden":
            known = _keys(model_at(model, place[:-1]))
            return f'"{word}" is not known here: {_nearest_word(word, known)}'
        case "enum" | "literal_error":
            given = str(details["input"])
            return f'"{given}" is not known here: {_nearest_word(given, _quoted(context))}'
        case "value_error":
            return str(context["error"])
        case "tuple_type" | "string_type" if isinstance(details["input"], dict):
            return f'"{_key(place)}" wants a text: put the whole text between quotes'
        case kind:
            return f'"{_key(place)}" {_WRONG.get(kind, details["msg"])}'.format(**context)


_WRONG: Mapping[str, str] = {
    "string_type": "wants a text: put what is meant between quotes",
    "string_too_short": "is empty: write something",
    "string_pattern_mismatch": 'can\'t be written so: use lower case, digits and "-"',
    "int_type": "wants a whole number: write digits only",
    "int_parsing": "wants a whole number: write digits only",
    "int_from_float": "wants a whole number: leave out the fraction",
    "float_type": "wants a number: write digits only",
    "float_parsing": "wants a number: write digits only",
    "too_short": "is empty: write at least one",
    "tuple_type": 'wants a list: write each on a line of its own, "- " before it',
    "mapping_type": 'wants names with values: write "name: value" lines below it',
    "dict_type": 'wants names with values: write "name: value" lines below it',
    "model_type": 'wants names with values: write "name: value" lines below it',
    "bool_type": "wants yes or no: write true or false",
    "bool_parsing": "wants yes or no: write true or false",
    "greater_than": "is too small: write more than {gt:g}",
    "greater_than_equal": "is too small: write {ge:g} or more",
    "less_than": "is too large: write less than {lt:g}",
    "less_than_equal": "is too large: write {le:g} or less",
}


def _quoted(context: Mapping[str, object]) -> list[str]:
    return re.findall("'([^']+)'", str(context["expected"]))


def _key(place: Place) -> str:
    return next((part for part in reversed(place) if isinstance(part, str)), "the file")


def _hint(model: type[BaseModel], place: Place) -> str:
    parent = model_at(model, place[:-1])
    known = parent.model_fields.get(str(place[-1])) if parent else None
    return f" ({known.description})" if known and known.description else ""


def _nearest_word(word: str, known: Sequence[str]) -> str:
    near = get_close_matches(word, known, n=1)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"use one of {', '.join(known)}"


def _keys(model: type[BaseModel] | None) -> list[str]:
    return [known.alias or name for name, known in model.model_fields.items()] if model else []


def model_at(model: type[BaseModel] | None, place: Place) -> type[BaseModel] | None:
    """Return the model that a place in the data belongs to."""
    for part in place:
        if model is None or part not in model.model_fields:
            continue
        model = next(_models_in(model.model_fields[str(part)].annotation), None)
    return model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - typing's own forms
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)
