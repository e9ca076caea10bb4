"""The report's colours are the window's."""

import pytest

from trainer.desktop import tokens
from trainer.desktop.tokens import Palette
from trainer.records.colours import DARK, LIGHT


@pytest.mark.parametrize(("palette", "colours"), [(tokens.LIGHT, LIGHT), (tokens.DARK, DARK)])
def test_both_look_alike(palette: Palette, colours: dict[str, str]) -> None:
    """Whoever changes a token of the window's changes the report's too."""
    window = {
        "ground": palette.ground,
        "surface": palette.surface,
        "line": palette.line,
        "ink": palette.ink,
        "soft": palette.ink_soft,
        "you": palette.you,
        "customer": palette.customer,
        "good": palette.good,
        "look": palette.look,
    }

    assert window.items() <= colours.items()


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("name", ["soft", "you", "customer", "good", "look"])
def test_words_stand_out_from_their_card(colours: dict[str, str], name: str) -> None:
    """Every colour that words are set in has a contrast of 4.5 at least (WCAG 2.2, AA)."""
    light, dark = sorted((luminance(colours[name]), luminance(colours["surface"])), reverse=True)

    assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """Return the relative luminance of an sRGB colour, 0..1 (WCAG 2.2)."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
