"""One reader for every YAML file, whatever model it has."""

from collections.abc import Iterator
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, field_validator

from trainer.scenario.reading import FileProblem, Place, read_model

TEXT = """\
name: x
items:
  - size: 1
  - size: 2
"""


class Item(BaseModel):
    """An item of the file."""

    model_config = ConfigDict(extra="forbid")

    size: int
    colour: Literal["red", "green"] = "red"
    bright: bool = False
    share: Annotated[float, Field(gt=0, lt=1)] = 0.5
    hard_wearing: bool = Field(default=False, alias="hard-wearing")

    @field_validator("size")
    @classmethod
    def is_small(cls, size: int) -> int:
        """Refuse what is too large, in words."""
        if size > 10:
            message = "a size is 10 at the most: lower it"
            raise ValueError(message)
        return size


class Items(BaseModel):
    """A file."""

    name: str
    items: tuple[Item, ...]


def mistakes(text: str, *found: Place) -> tuple[str, ...]:
    """Return what is wrong with a text in which the whole has mistakes at those places."""

    def find(items: Items) -> Iterator[tuple[Place, str]]:
        assert items.name == "x"
        for place in found:
            yield place, "no"

    with pytest.raises(FileProblem) as caught:
        read_model(Items, text, "f.yaml", FileProblem, find)
    return caught.value.mistakes


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ((), 1),
        (("name",), 1),
        (("items",), 2),
        (("items", 1), 4),
        (("items", 1, "size"), 4),
        (("items", 7), 2),
        (("items", 0, "weight"), 3),
        (("name", "deeper"), 1),
    ],
)
def test_a_place_has_a_line(place: Place, line: int) -> None:
    """A place leads to its line, or to the line of the nearest thing around it."""
    assert mistakes(TEXT, place) == (f"f.yaml:{line}: no",)


def test_mistakes_of_the_whole_are_told_together_in_their_order() -> None:
    """Every mistake that is found in the whole is told, from top to bottom."""
    assert mistakes(TEXT, ("items", 1), ("name",)) == ("f.yaml:1: no", "f.yaml:4: no")


def test_mistakes_of_the_whole_wait_for_its_parts() -> None:
    """What does not fit the model is not looked at as a whole, and is told alone."""
    told = mistakes(TEXT.replace("size: 2", "size: many"), ("name",))

    assert told == ('f.yaml:4: "size" wants a whole number: write digits only',)


def test_reads_a_model() -> None:
    """A file without a mistake is the model."""
    read = read_model(Items, TEXT, "f.yaml", FileProblem)

    assert read == Items(name="x", items=(Item(size=1), Item(size=2)))


def test_a_rule_of_the_model_speaks_for_itself() -> None:
    """What a model's own check says is the mend, word for word."""
    told = mistakes(TEXT.replace("size: 2", "size: 20"))

    assert told == ("f.yaml:4: a size is 10 at the most: lower it",)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("colour: gren", '"gren" is not known here: did you mean "green"?'),
        ("bright: 5", '"bright" wants yes or no: write true or false'),
        ("bright: perhaps", '"bright" wants yes or no: write true or false'),
        ("share: 0", '"share" is too small: write more than 0'),
        ("share: 1", '"share" is too large: write less than 1'),
        ("hard-waring: true", '"hard-waring" is not known here: did you mean "hard-wearing"?'),
    ],
)
def test_every_kind_of_mistake_has_its_mend(given: str, told: str) -> None:
    """Whatever a model asks for, a person is told in words what to write."""
    assert mistakes(TEXT + "    " + given) == (f"f.yaml:5: {told}",)
