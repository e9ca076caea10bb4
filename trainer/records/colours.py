"""The colours of the report: those of the window, which the rooms below can't import."""

__all__ = ["DARK", "LIGHT"]

LIGHT = {
    "ground": "#FAF7F2",
    "surface": "#FFFFFF",
    "line": "#E6E0D6",
    "ink": "#22282C",
    "soft": "#5C666D",
    "you": "#1B6B72",
    "customer": "#B1502F",
    "good": "#3E7D4E",
    "look": "#9A6B12",
    "calm": "#7FA88B",
    "tense": "#E0B457",
    "furious": "#C8452E",
}

DARK = {
    "ground": "#16191C",
    "surface": "#1F2428",
    "line": "#323A40",
    "ink": "#EEF1F2",
    "soft": "#A9B4BB",
    "you": "#5FC3C9",
    "customer": "#F0946F",
    "good": "#7CC48E",
    "look": "#E0B457",
    "calm": "#9CC3A7",
    "tense": "#ECCB80",
    "furious": "#E8705B",
}
