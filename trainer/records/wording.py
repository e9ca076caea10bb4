"""What marks, measures, overlaps and techniques are called, in reports and in the window.

The names are English; the window translates them when it shows them, so each is marked for Qt's
``lupdate``. Nothing is imported here, since the window opens before anything heavy is.
"""

__all__ = [
    "MARKS",
    "NEEDS",
    "OVERLAPS",
    "OWN_MARK",
    "QT_TRANSLATE_NOOP",
    "REFLECTION",
    "TECHNIQUES",
    "clock",
    "counted",
    "mark_text",
    "mark_word",
    "measure_name",
    "own_mark",
    "seconds",
    "signed",
]


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - lupdate looks for this name
    """Return the text as it is, marked as one to translate."""
    return text


MARKS = {
    "listening": QT_TRANSLATE_NOOP("Wording", "Listening"),
    "calming": QT_TRANSLATE_NOOP("Wording", "Calming language"),
    "steps": QT_TRANSLATE_NOOP("Wording", "Steps"),
    "pacing": QT_TRANSLATE_NOOP("Wording", "Pacing"),
    "outcome": QT_TRANSLATE_NOOP("Wording", "Outcome"),
}

OVERLAPS = {
    "interruption": QT_TRANSLATE_NOOP("Wording", "You cut in"),
    "backchannel": QT_TRANSLATE_NOOP("Wording", "You showed that you listen"),
    "end_overlap": QT_TRANSLATE_NOOP("Wording", "You came in at the very end"),
    "talked_over": QT_TRANSLATE_NOOP("Wording", "They cut in on you"),
}

TECHNIQUES = {
    "acknowledge_feelings": QT_TRANSLATE_NOOP("Wording", "names the feeling"),
    "validate": QT_TRANSLATE_NOOP("Wording", "grants the right to be upset"),
    "apologise": QT_TRANSLATE_NOOP("Wording", "apologises"),
    "take_side": QT_TRANSLATE_NOOP("Wording", "takes their side"),
    "invite_venting": QT_TRANSLATE_NOOP("Wording", "invites more"),
    "reflect": QT_TRANSLATE_NOOP("Wording", "gives the facts back"),
    "open_question": QT_TRANSLATE_NOOP("Wording", "asks an open question"),
    "ask_permission": QT_TRANSLATE_NOOP("Wording", "asks permission"),
    "offer_solution": QT_TRANSLATE_NOOP("Wording", "offers a solution"),
    "offer_choice": QT_TRANSLATE_NOOP("Wording", "offers a choice"),
    "next_steps": QT_TRANSLATE_NOOP("Wording", "says what happens next"),
    "give_time": QT_TRANSLATE_NOOP("Wording", "says when"),
    "seek_agreement": QT_TRANSLATE_NOOP("Wording", "asks if it suits"),
    "take_responsibility": QT_TRANSLATE_NOOP("Wording", "takes responsibility"),
    "assure": QT_TRANSLATE_NOOP("Wording", "assures"),
    "follow_up": QT_TRANSLATE_NOOP("Wording", "promises to follow up"),
    "thank": QT_TRANSLATE_NOOP("Wording", "thanks"),
    "use_name": QT_TRANSLATE_NOOP("Wording", "uses their name"),
    "introduce_self": QT_TRANSLATE_NOOP("Wording", "introduces themselves"),
    "announce_pause": QT_TRANSLATE_NOOP("Wording", "announces a pause"),
    "hand_over": QT_TRANSLATE_NOOP("Wording", "hands over"),
    "set_boundary": QT_TRANSLATE_NOOP("Wording", "sets a boundary"),
    "pause_contact": QT_TRANSLATE_NOOP("Wording", "offers to talk when calm"),
    "hold_line": QT_TRANSLATE_NOOP("Wording", "says no kindly"),
    "backchannel": QT_TRANSLATE_NOOP("Wording", "shows they listen"),
    "dismiss": QT_TRANSLATE_NOOP("Wording", "waves it away"),
    "blame": QT_TRANSLATE_NOOP("Wording", "blames them"),
    "hide_behind_policy": QT_TRANSLATE_NOOP("Wording", "hides behind policy"),
    "flat_refusal": QT_TRANSLATE_NOOP("Wording", "a bare no"),
    "argue": QT_TRANSLATE_NOOP("Wording", "argues"),
    "deflect": QT_TRANSLATE_NOOP("Wording", "sends them elsewhere"),
    "insult": QT_TRANSLATE_NOOP("Wording", "is rude"),
    "conditional_apology": QT_TRANSLATE_NOOP("Wording", "half an apology"),
    "give_in": QT_TRANSLATE_NOOP("Wording", "promises too much"),
    "threaten": QT_TRANSLATE_NOOP("Wording", "threatens"),
    "interrupt_words": QT_TRANSLATE_NOOP("Wording", "cuts in with words"),
}

NEEDS = {
    "heard": QT_TRANSLATE_NOOP("Wording", "being heard"),
    "acknowledged": QT_TRANSLATE_NOOP("Wording", "a name for how they felt"),
    "apology": QT_TRANSLATE_NOOP("Wording", "a plain sorry"),
    "understood": QT_TRANSLATE_NOOP("Wording", "their facts given back"),
    "explanation": QT_TRANSLATE_NOOP("Wording", "what went wrong"),
    "on_my_side": QT_TRANSLATE_NOOP("Wording", "somebody on their side"),
    "solution": QT_TRANSLATE_NOOP("Wording", "a way out that fits"),
    "time": QT_TRANSLATE_NOOP("Wording", "a time"),
    "assurance": QT_TRANSLATE_NOOP("Wording", "that it won't happen again"),
    "follow_up": QT_TRANSLATE_NOOP("Wording", "a promise to follow up"),
    "hand_over": QT_TRANSLATE_NOOP("Wording", "somebody who can decide"),
}

REFLECTION = (
    QT_TRANSLATE_NOOP("Wording", "What caused it?"),
    QT_TRANSLATE_NOOP("Wording", "What would have prevented it?"),
    QT_TRANSLATE_NOOP("Wording", "What will you try next?"),
)
"""What the trainee is asked after a call."""

_MEASURES = {
    "words_per_minute": QT_TRANSLATE_NOOP("Wording", "Words a minute"),
    "under_pressure_wpm": QT_TRANSLATE_NOOP("Wording", "Under pressure"),
    "articulation_rate": QT_TRANSLATE_NOOP("Wording", "Syllables a second"),
    "pause_ratio": QT_TRANSLATE_NOOP("Wording", "Share of pauses"),
    "mean_pause_ms": QT_TRANSLATE_NOOP("Wording", "Usual pause"),
    "longest_pause_ms": QT_TRANSLATE_NOOP("Wording", "Longest pause"),
    "fillers_per_100_words": QT_TRANSLATE_NOOP("Wording", "Fillers in 100 words"),
    "reply_gap_ms_median": QT_TRANSLATE_NOOP("Wording", "Before you answer"),
    "longest_monologue_ms": QT_TRANSLATE_NOOP("Wording", "Longest reply"),
    "overall": QT_TRANSLATE_NOOP("Wording", "Overall"),
    "interruptions": QT_TRANSLATE_NOOP("Wording", "Interruptions"),
    "fillers": QT_TRANSLATE_NOOP("Wording", "Fillers"),
    "fluency": QT_TRANSLATE_NOOP("Wording", "Fillers and pauses"),
    "voice": QT_TRANSLATE_NOOP("Wording", "Voice"),
}

OWN_MARK = {
    None: QT_TRANSLATE_NOOP("Wording", "you said {own}"),
    0: QT_TRANSLATE_NOOP("Wording", "you said {own}, just so"),
    1: QT_TRANSLATE_NOOP("Wording", "you said {own}, {off} higher"),
    -1: QT_TRANSLATE_NOOP("Wording", "you said {own}, {off} lower"),
}
"""What the trainee gave themselves, by which side of the given mark it is on."""

_NOT_RATED = QT_TRANSLATE_NOOP("Wording", "not rated")
_WORDS = (
    (85, QT_TRANSLATE_NOOP("Wording", "strong")),
    (70, QT_TRANSLATE_NOOP("Wording", "steady")),
    (50, QT_TRANSLATE_NOOP("Wording", "coming on")),
    (30, QT_TRANSLATE_NOOP("Wording", "a start")),
    (0, QT_TRANSLATE_NOOP("Wording", "much to gain")),
)


def mark_word(mark: int | None) -> str:
    """Return the word that goes with a mark."""
    if mark is None:
        return _NOT_RATED
    return next((word for least, word in _WORDS if mark >= least), _WORDS[-1][1])


def mark_text(mark: int | None) -> str:
    """Return a mark with its word, such as ``71, steady``."""
    return mark_word(mark) if mark is None else f"{mark}, {mark_word(mark)}"


def own_mark(own: int, off: int | None) -> str:
    """Return what somebody gave themselves, and how far off that is, where there is a mark."""
    side = off if off is None else (off > 0) - (off < 0)
    return OWN_MARK[side].format(own=own, off=abs(off or 0))


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


def signed(figure: float) -> str:
    """Return a figure with its sign, such as ``+9``; below zero with a real minus."""
    return f"{figure:+.0f}".replace("-", "\N{MINUS SIGN}")


def counted(number: int, one: str, more: str = "") -> str:
    """Return how many there are of something, such as ``1 word`` or ``2 words``."""
    return f"{number} {one if number == 1 else more or one + 's'}"
