"""Every colour, size and radius of the window; the style sheet and the widgets read them here."""

from dataclasses import asdict, dataclass
from enum import IntEnum

__all__ = ["CONTRAST", "DARK", "LIGHT", "Palette", "Size", "Space", "style_values"]


class Space(IntEnum):
    """Distances in px."""

    HAIR = 4
    TIGHT = 8
    SNUG = 12
    ROOM = 16
    WIDE = 24
    VAST = 40


class Size(IntEnum):
    """Sizes in px at 100 % text; `scaled` gives them at another."""

    SMALL = 13
    BODY = 15
    CARD_TITLE = 17
    HEADING = 20
    TITLE = 28
    FIGURE = 44
    ICON = 20
    DOT = 8
    BAR = 8
    LANES = 176
    DIAL = 148
    TALK = 460
    LEVEL = 44
    MEDAL = 52
    CHART = 72
    RING = 44
    FACE = 48
    STAGE = 220
    STAGE_LEAST = 96
    PORTRAIT_STAGE = 400
    PORTRAIT = 72
    LIKENESS = 128
    STRIP = 88
    LANE = 84
    GUIDE = 300
    CARD = 340
    COURSE = 300
    ADVICE = 300
    SPEAKER = 116
    RAIL = 104
    MARK = 190
    SIDE = 380
    LETTER = 600
    SPIN = 72
    HELP = 40
    ACTIONS = 96
    READING = 760
    PAGE = 1120

    def scaled(self, text_scale: float) -> int:
        """Return it for that size of text."""
        return round(self * text_scale)


RADIUS = 10
CARD_RADIUS = 16
REST_RIM = 1
KNOB_RIM = 3


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as ``#rrggbb``.

    Attributes:
        tick: Which of the tick icons stands on `you`.
        backdrop: The disc that a face stands on: neither dark nor light hair drowns in it.
        stark: Nothing between the colours: what is washed in other themes is plain and has a rim.
        rim: How thick the border of what has the focus is, in px.
    """

    ground: str
    surface: str
    line: str
    ink: str
    ink_soft: str
    you: str
    on_you: str
    customer: str
    calm: str
    tense: str
    furious: str
    good: str
    look: str
    tick: str
    backdrop: str = "#DDD5C7"
    stark: bool = False
    rim: int = 2


LIGHT = Palette(
    ground="#FAF7F2",
    surface="#FFFFFF",
    line="#E6E0D6",
    ink="#22282C",
    ink_soft="#5C666D",
    you="#1B6B72",
    on_you="#FFFFFF",
    customer="#B1502F",
    calm="#7FA88B",
    tense="#E0B457",
    furious="#C8452E",
    good="#3E7D4E",
    look="#9A6B12",
    tick="light",
)
DARK = Palette(
    ground="#16191C",
    surface="#1F2428",
    line="#323A40",
    ink="#EEF1F2",
    ink_soft="#A9B4BB",
    you="#5FC3C9",
    on_you="#16191C",
    customer="#F0946F",
    calm="#9CC4A8",
    tense="#EBC77B",
    furious="#E8745C",
    good="#7CC48E",
    look="#E0B457",
    tick="dark",
    backdrop="#4E585F",
)
CONTRAST = Palette(
    ground="#000000",
    surface="#000000",
    line="#FFFFFF",
    ink="#FFFFFF",
    ink_soft="#FFFFFF",
    you="#FFE600",
    on_you="#000000",
    customer="#FFFFFF",
    calm="#FFFFFF",
    tense="#FFFFFF",
    furious="#FFE600",
    good="#FFFFFF",
    look="#FFE600",
    tick="dark",
    stark=True,
    rim=4,
)


_RAMP = ("calm", "tense", "furious")


def style_values(palette: Palette, text_scale: float) -> dict[str, str]:
    """Return what the style sheet's placeholders stand for."""
    sizes = [(name.lower(), size) for name, size in Size.__members__.items()]
    knob = Size.BAR.scaled(text_scale) + 2 * Space.TIGHT
    return {
        **{name: str(value) for name, value in asdict(palette).items()},
        "knob": f"{knob - 2 * KNOB_RIM}px",
        "knob_rim": f"{KNOB_RIM}px",
        "half_knob": f"{knob // 2}px",
        **(_plain(palette) if palette.stark else _mixed(palette)),
        "rim": f"{palette.rim}px",
        "under_box": f"{Space.HAIR + Space.TIGHT + 3 * palette.rim}px",  # its word begins there
        "under_radio": f"{Space.HAIR + Space.TIGHT + palette.rim}px",
        "rest_rim": f"{REST_RIM}px",
        "rest_margin": f"{palette.rim - REST_RIM}px",
        **{f"size_{name}": f"{size.scaled(text_scale)}px" for name, size in sizes},
        **{f"half_{name}": f"{size.scaled(text_scale) // 2}px" for name, size in sizes},
        **{f"space_{space.name.lower()}": f"{space}px" for space in Space},
        "radius": f"{RADIUS}px",
        "card_radius": f"{CARD_RADIUS}px",
    }


def _mixed(palette: Palette) -> dict[str, str]:
    return {
        "chosen": _mix(palette.surface, palette.you, 0.10),
        "on_chosen": palette.ink,
        "chosen_icon": palette.you,
        "chosen_focus": palette.you,
        "track": palette.line,
        "track_rim": palette.line,
        "pressed": palette.line,
        "off": palette.line,
        "off_style": "solid",
        "good_rim": "transparent",
        "look_rim": "transparent",
        **{f"flush_{name}": getattr(palette, name) for name in _RAMP},
        "you_wash": _mix(palette.surface, palette.you, 0.10),
        "you_deep": _mix(palette.you, palette.ink, 0.22),
        "you_faint": _mix(palette.surface, palette.you, 0.45),
        "customer_wash": _mix(palette.surface, palette.customer, 0.08),
        "good_deep": _mix(palette.good, palette.ink, 0.25),
        "look_deep": _mix(palette.look, palette.ink, 0.25),
        "good_wash": _mix(palette.surface, palette.good, 0.12),
        "look_wash": _mix(palette.surface, palette.look, 0.14),
        "hover": _mix(palette.surface, palette.ink, 0.05),
        "edge": _mix(palette.line, palette.ink, 0.45),
        "handle": _mix(palette.line, palette.ink, 0.25),
    }


def _plain(palette: Palette) -> dict[str, str]:
    """Return the colours that other themes mix: here there are only the palette's own."""
    return {
        "chosen": palette.you,
        "on_chosen": palette.on_you,
        "chosen_icon": palette.on_you,
        "chosen_focus": palette.ink,
        "track": palette.surface,
        "track_rim": palette.line,
        "pressed": palette.surface,
        "off": palette.surface,
        "off_style": "dashed",
        "good_rim": palette.good,
        "look_rim": palette.look,
        **{f"flush_{name}": getattr(LIGHT, name) for name in _RAMP},  # nobody flushes yellow
        "you_wash": palette.surface,
        "you_deep": palette.ink,
        "you_faint": palette.you,
        "customer_wash": palette.surface,
        "good_deep": palette.good,
        "look_deep": palette.look,
        "good_wash": palette.surface,
        "look_wash": palette.surface,
        "hover": palette.surface,
        "edge": palette.line,
        "handle": palette.line,
    }


def _mix(one: str, other: str, share: float) -> str:
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
