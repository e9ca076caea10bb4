"""Fills in the report's templates."""

from collections.abc import Callable

from trainer.resources import asset

__all__ = ["RING", "fill_in"]

RING = 263.9
"""How long the ring round the overall mark is, in units of its SVG: 2 π · 42."""


def fill_in(template: str, colour: Callable[[str], str], **values: object) -> str:
    """Fill in one of the report's templates; `colour` turns a name into what is written."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(lambda name: asset(f"report/{name}").read_text(encoding="utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template).render(c=colour, ring=RING, **values)
