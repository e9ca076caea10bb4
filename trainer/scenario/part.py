"""What every part of a scenario file is made of: a frozen model, and texts as they are written."""

from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from trainer.scenario.pauses import trouble_in

__all__ = ["MaybePhrasings", "MaybeWordings", "Part", "Phrasings", "Text", "Wordings"]


class Part(BaseModel):
    """A part of a scenario file; an unknown key is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _with_good_pauses(text: str) -> str:
    if trouble := trouble_in(text):
        raise ValueError(trouble)
    return text


Text: TypeAlias = Annotated[str, Field(min_length=1)]
LineText: TypeAlias = Annotated[Text, AfterValidator(_with_good_pauses)]
_OneOrMore = BeforeValidator(_one_or_more, json_schema_input_type=str | list[str])
Wordings: TypeAlias = Annotated[tuple[LineText, ...], _OneOrMore, Field(min_length=1)]
"""What the customer says, in one wording or several."""
MaybeWordings: TypeAlias = Annotated[tuple[LineText, ...], _OneOrMore]
Phrasings: TypeAlias = Annotated[tuple[Text, ...], _OneOrMore, Field(min_length=1)]
"""What the trainee may say, in one wording or several."""
MaybePhrasings: TypeAlias = Annotated[tuple[Text, ...], _OneOrMore]
