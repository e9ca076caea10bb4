"""What marks, measures and techniques are called in a report."""

from trainer.conversation.timeline import OverlapKind
from trainer.techniques.technique import TechniqueId

__all__ = [
    "MARKS",
    "OVERLAPS",
    "TECHNIQUES",
    "clock",
    "mark_word",
    "measure_name",
    "seconds",
]

T = TechniqueId

MARKS = {
    "listening": "Listening",
    "calming": "Calming language",
    "steps": "Steps",
    "pacing": "Pacing",
    "outcome": "Outcome",
}

OVERLAPS = {
    OverlapKind.INTERRUPTION: "You cut in",
    OverlapKind.BACKCHANNEL: "You showed that you listen",
    OverlapKind.END_OVERLAP: "You came in at the very end",
    OverlapKind.TALKED_OVER: "They cut in on you",
}

TECHNIQUES = {
    T.ACKNOWLEDGE_FEELINGS: "names the feeling",
    T.VALIDATE: "grants the right to be upset",
    T.APOLOGISE: "apologises",
    T.TAKE_SIDE: "takes their side",
    T.INVITE_VENTING: "invites more",
    T.REFLECT: "gives the facts back",
    T.OPEN_QUESTION: "asks an open question",
    T.ASK_PERMISSION: "asks permission",
    T.OFFER_SOLUTION: "offers a solution",
    T.OFFER_CHOICE: "offers a choice",
    T.NEXT_STEPS: "says what happens next",
    T.GIVE_TIME: "says when",
    T.SEEK_AGREEMENT: "asks if it suits",
    T.TAKE_RESPONSIBILITY: "takes responsibility",
    T.ASSURE: "assures",
    T.FOLLOW_UP: "promises to follow up",
    T.THANK: "thanks",
    T.USE_NAME: "uses their name",
    T.INTRODUCE_SELF: "introduces themselves",
    T.ANNOUNCE_PAUSE: "announces a pause",
    T.HAND_OVER: "hands over",
    T.SET_BOUNDARY: "sets a boundary",
    T.PAUSE_CONTACT: "offers to talk when calm",
    T.HOLD_LINE: "says no kindly",
    T.BACKCHANNEL: "shows they listen",
    T.DISMISS: "waves it away",
    T.BLAME: "blames them",
    T.HIDE_BEHIND_POLICY: "hides behind policy",
    T.FLAT_REFUSAL: "a bare no",
    T.ARGUE: "argues",
    T.DEFLECT: "sends them elsewhere",
    T.INSULT: "is rude",
    T.CONDITIONAL_APOLOGY: "half an apology",
    T.GIVE_IN: "promises too much",
    T.THREATEN: "threatens",
    T.INTERRUPT_WORDS: "cuts in with words",
}

_MEASURES = {
    "words_per_minute": "Words a minute",
    "articulation_rate": "Syllables a second",
    "pause_ratio": "Share of pauses",
    "mean_pause_ms": "Usual pause",
    "longest_pause_ms": "Longest pause",
    "fillers_per_100_words": "Fillers in 100 words",
    "reply_gap_ms_median": "Before you answer",
    "longest_monologue_ms": "Longest reply",
}

_WORDS = ((85, "strong"), (70, "steady"), (50, "coming on"), (30, "a start"), (0, "much to gain"))


def mark_word(mark: int | None) -> str:
    """Return the word that goes with a mark."""
    if mark is None:
        return "not rated"
    return next((word for least, word in _WORDS if mark >= least), _WORDS[-1][1])


def measure_name(name: str) -> str:
    """Return what a measure or a mark is called."""
    spaced = name.replace("_", " ")
    return MARKS.get(name) or _MEASURES.get(name) or spaced[:1].upper() + spaced[1:]


def clock(at_ms: int) -> str:
    """Return a moment as minutes and seconds, such as ``1:05``."""
    whole = max(at_ms, 0) // 1000
    return f"{whole // 60}:{whole % 60:02d}"


def seconds(span_ms: int) -> str:
    """Return a length of time, such as ``1.4 s``."""
    return f"{span_ms / 1000:.1f} s".replace("-", "\N{MINUS SIGN}")
