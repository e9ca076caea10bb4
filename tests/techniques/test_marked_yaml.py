import pytest
from pydantic import BaseModel, field_validator

from trainer.techniques.marked_yaml import MarkedProblem, line_of, read_model

TEXT = """\
name: x
items:
  - size: 1
  - size: 2
"""


class Item(BaseModel):
    """An item of the file."""

    size: int

    @field_validator("size")
    @classmethod
    def is_small(cls, size: int) -> int:
        """Refuse what is too large, in words."""
        if size > 10:
            message = "A size is 10 at the most. Lower it."
            raise ValueError(message)
        return size


class Items(BaseModel):
    """A file."""

    name: str
    items: tuple[Item, ...]


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
def test_line_of(place: tuple[int | str, ...], line: int) -> None:
    """A place leads to its line, or to the line of the nearest thing around it."""
    assert line_of(TEXT, place) == line


def test_reads_a_model() -> None:
    """A file without a mistake is the model."""
    assert read_model(Items, TEXT, "f.yaml") == Items(name="x", items=(Item(size=1), Item(size=2)))


def test_a_rule_of_the_model_speaks_for_itself() -> None:
    """What a model's own check says is the mend, word for word."""
    with pytest.raises(MarkedProblem) as caught:
        read_model(Items, TEXT.replace("size: 2", "size: 20"), "f.yaml")

    assert str(caught.value) == "f.yaml:4: A size is 10 at the most. Lower it."
