"""How the window says what the other rooms name: settings, techniques, marks, times."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTimeZone

if TYPE_CHECKING:
    from trainer.rating.scorecard import Pacing

__all__ = [
    "clock",
    "competence",
    "difficulty",
    "dots",
    "initials",
    "listened",
    "mark",
    "mark_name",
    "measure",
    "overlap",
    "pacing",
    "setting",
    "technique",
    "when",
]


def competence(name: str) -> str:
    """Return what a trainee practises, in two or three words."""
    return {
        "let_vent": _tr("letting them vent"),
        "acknowledge": _tr("naming feelings"),
        "apologise": _tr("apologising"),
        "be_on_their_side": _tr("being on their side"),
        "stay_calm": _tr("staying calm"),
        "listen_reflectively": _tr("listening back"),
        "ask_open_questions": _tr("open questions"),
        "ask_permission": _tr("asking permission"),
        "be_brief": _tr("being brief"),
        "offer_solution": _tr("offering a way out"),
        "assure": _tr("assuring"),
        "follow_up": _tr("following up"),
        "hold_the_line": _tr("a kind no"),
        "resist_threats": _tr("resisting threats"),
        "set_boundaries": _tr("setting boundaries"),
        "hand_over": _tr("handing over"),
        "learn": _tr("learning from it"),
    }.get(name, _spaced(name))


def setting(name: str) -> str:
    """Return where a scenario takes place."""
    return {"in_person": _tr("Face to face"), "telephone": _tr("On the telephone")}.get(
        name, _spaced(name)
    )


def difficulty(name: str) -> str:
    """Return how forgiving the customer is, in a word."""
    return {"easy": _tr("gentle"), "medium": _tr("testing"), "hard": _tr("hard")}.get(name, name)


def dots(name: str) -> int:
    """Return how many dots a difficulty has, of three."""
    return {"easy": 1, "medium": 2}.get(name, 3)


def technique(name: str) -> str:
    """Return what a technique is called."""
    return {
        "acknowledge_feelings": _tr("names the feeling"),
        "validate": _tr("grants the right to be upset"),
        "apologise": _tr("apologises"),
        "take_side": _tr("takes their side"),
        "invite_venting": _tr("invites more"),
        "reflect": _tr("gives the facts back"),
        "open_question": _tr("asks an open question"),
        "ask_permission": _tr("asks permission"),
        "offer_solution": _tr("offers a solution"),
        "offer_choice": _tr("offers a choice"),
        "next_steps": _tr("says what happens next"),
        "give_time": _tr("says when"),
        "seek_agreement": _tr("asks if it suits"),
        "take_responsibility": _tr("takes responsibility"),
        "assure": _tr("assures"),
        "follow_up": _tr("promises to follow up"),
        "thank": _tr("thanks"),
        "use_name": _tr("uses their name"),
        "introduce_self": _tr("introduces themselves"),
        "announce_pause": _tr("announces a pause"),
        "hand_over": _tr("hands over"),
        "set_boundary": _tr("sets a boundary"),
        "pause_contact": _tr("offers to talk when calm"),
        "hold_line": _tr("says no kindly"),
        "backchannel": _tr("shows they listen"),
        "dismiss": _tr("waves it away"),
        "blame": _tr("blames them"),
        "hide_behind_policy": _tr("hides behind policy"),
        "flat_refusal": _tr("a bare no"),
        "argue": _tr("argues"),
        "deflect": _tr("sends them elsewhere"),
        "insult": _tr("is rude"),
        "conditional_apology": _tr("half an apology"),
        "give_in": _tr("promises too much"),
        "threaten": _tr("threatens"),
        "interrupt_words": _tr("cuts in with words"),
    }.get(name, _spaced(name))


def overlap(kind: str) -> str:
    """Return what speaking at once was."""
    return {
        "interruption": _tr("You cut in"),
        "backchannel": _tr("You showed that you listen"),
        "end_overlap": _tr("You came in at the very end"),
        "talked_over": _tr("They cut in on you"),
    }.get(kind, _spaced(kind))


def mark_name(name: str) -> str:
    """Return what a mark is called."""
    return {
        "overall": _tr("Overall"),
        "listening": _tr("Listening"),
        "calming": _tr("Calming language"),
        "steps": _tr("Steps"),
        "pacing": _tr("Pacing"),
        "outcome": _tr("Outcome"),
    }.get(name, measure(name))


def measure(name: str) -> str:
    """Return what a measure is called."""
    return {
        "words_per_minute": _tr("Words a minute"),
        "articulation_rate": _tr("Syllables a second"),
        "pause_ratio": _tr("Share of pauses"),
        "mean_pause_ms": _tr("Usual pause"),
        "longest_pause_ms": _tr("Longest pause"),
        "fillers_per_100_words": _tr("Fillers in 100 words"),
        "reply_gap_ms_median": _tr("Before you answer"),
        "longest_monologue_ms": _tr("Longest reply"),
        "interruptions": _tr("Interruptions"),
        "fillers": _tr("Fillers"),
        "voice": _tr("Voice"),
    }.get(name, _spaced(name).capitalize())


def mark(value: int | None) -> str:
    """Return a mark with its word, such as ``71, steady``."""
    if value is None:
        return _tr("not rated")
    return f"{value}, {_mark_word(value)}"


def pacing(figures: Pacing) -> tuple[tuple[str, str, str], ...]:
    """Return the pace in figures: each with its name and what is usual."""
    return (
        _figure(
            "words_per_minute",
            figures.words_per_minute,
            "{:.0f}",
            _tr("120 to 160 is easy to follow"),
        ),
        _figure("reply_gap_ms_median", _s(figures.reply_gap_ms_median), _tr("{:.1f} s")),
        _figure("longest_pause_ms", _s(figures.longest_pause_ms), _tr("{:.1f} s")),
        _figure("longest_monologue_ms", _s(figures.longest_monologue_ms), _tr("{:.0f} s")),
        _figure("pause_ratio", _percent(figures.pause_ratio), _tr("{:.0f} %")),
        _figure("fillers_per_100_words", figures.fillers_per_100_words, "{:.1f}"),
    )


def listened(recogniser: str) -> str:
    """Return a sentence on what listened."""
    if not recogniser:
        return _tr("Your replies were typed.")
    return _tr("{name} listened.").format(name=recogniser)


def clock(at_ms: int) -> str:
    """Return a moment of the rehearsal as minutes and seconds."""
    seconds = max(at_ms, 0) // 1000
    return f"{seconds // 60}:{seconds % 60:02d}"


def when(moment: datetime) -> str:
    """Return a date and time as people write them here."""
    there = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()), QTimeZone.systemTimeZone())
    return QLocale().toString(there, _tr("d MMM yyyy, HH:mm"))


def initials(name: str) -> str:
    """Return the first letters of the first and last of a name."""
    parts = name.split()
    return "".join(part[0] for part in dict.fromkeys((parts[0], parts[-1]))) if parts else ""


def _figure(name: str, value: float | None, form: str, note: str = "") -> tuple[str, str, str]:
    if value is None:
        return ("—", measure(name), mark(None))
    return (form.format(value), measure(name), note)


def _s(span_ms: int | None) -> float | None:
    return None if span_ms is None else span_ms / 1000


def _percent(share: float | None) -> float | None:
    return None if share is None else share * 100


def _mark_word(value: int) -> str:
    steps = (
        (85, _tr("strong")),
        (70, _tr("steady")),
        (50, _tr("coming on")),
        (30, _tr("a start")),
        (0, _tr("much to gain")),
    )
    return next(word for least, word in steps if value >= least)


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Wording", text)
