"""YAML that knows its lines: data for a model, and the line of any place in it for a mistake."""

from collections.abc import Sequence
from io import StringIO
from typing import NoReturn, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

__all__ = ["MarkedProblem", "line_of", "read_model"]

M = TypeVar("M", bound=BaseModel)
Place = Sequence[int | str]


class MarkedProblem(ValueError):  # noqa: N818 - for people it is a problem, not an error
    """A mistake in a file.

    Attributes:
        file: The file's name.
        line: Line of the mistake, from 1.
        mend: What is wrong and how to mend it, for the person.
    """

    def __init__(self, file: str, line: int, mend: str) -> None:
        super().__init__(f"{file}:{line}: {mend}")
        self.file = file
        self.line = line
        self.mend = mend


def read_model(
    model: type[M], text: str, name: str, problem: type[MarkedProblem] = MarkedProblem
) -> M:
    """Read YAML into a pydantic model.

    Args:
        model: What the file holds.
        text: The file's text.
        name: The file's name, for the message.
        problem: What to raise.

    Raises:
        MarkedProblem: The text is no YAML or breaks the model; names file, line and mend.
    """
    try:
        data = YAML(typ="safe", pure=True).load(StringIO(text))
    except YAMLError as mistake:
        _raise_unreadable(mistake, name, problem)
    try:
        return model.model_validate(data)
    except ValidationError as mistake:
        first = mistake.errors(include_url=False)[0]
        line = line_of(text, first["loc"])
        raise problem(name, line, _mend(first["loc"], first["type"], first["msg"])) from None


def line_of(text: str, place: Place) -> int:
    """Return the line, from 1, of the value at `place`, or of the nearest thing around it."""
    node: Node | None = YAML(typ="safe", pure=True).compose(StringIO(text))
    line = 1
    for step in place:
        node, mark = _inside(node, step)
        if mark is None:
            break
        line = mark
    return line


def _inside(node: Node | None, step: int | str) -> tuple[Node | None, int | None]:
    """Return the value that `step` leads to and the line it is named on."""
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        child = node.value[step]
        return child, child.start_mark.line + 1
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return value, key.start_mark.line + 1
    return None, None


def _raise_unreadable(mistake: YAMLError, name: str, problem: type[MarkedProblem]) -> NoReturn:
    mark = mistake.problem_mark if isinstance(mistake, MarkedYAMLError) else None
    line = mark.line + 1 if mark else 1
    what = (mistake.problem if isinstance(mistake, MarkedYAMLError) else None) or "it can't be read"
    raise problem(name, line, f"This is not YAML: {what}. Check quotes, colons and indents here.")


def _mend(place: Place, kind: str, message: str) -> str:
    at = ".".join(str(step) for step in place) or "the file"
    match kind:
        case "missing":
            return f"{at} is missing. Add it."
        case "extra_forbidden":
            return f"{at} is not known here. Check its spelling or take it out."
        case "value_error":
            return message.removeprefix("Value error, ")
        case "string_type":
            return f'{at} must be text. Put it in "quotes"; YAML takes true and 5 for other things.'
        case _:
            return f"{at}: {message}. Change it."
