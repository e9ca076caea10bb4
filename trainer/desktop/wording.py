"""How the window says what the other rooms name: settings, techniques, marks, times."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTimeZone

from trainer.records import wording
from trainer.records.wording import QT_TRANSLATE_NOOP, clock

if TYPE_CHECKING:
    from trainer.rating.scorecard import Pacing
    from trainer.records.store import RehearsalSummary

__all__ = [
    "clock",
    "competence",
    "difficulty",
    "dots",
    "initials",
    "listened",
    "mark",
    "mark_word",
    "measure",
    "mode",
    "mode_note",
    "need",
    "not_rated",
    "overlap",
    "pace",
    "pace_note",
    "pacing",
    "rehearsed",
    "setting",
    "short_name",
    "technique",
    "when",
]

translate = QCoreApplication.translate

_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Professor", "Herr", "Frau"})

COMPETENCES = {
    "let_vent": QT_TRANSLATE_NOOP("Wording", "letting them vent"),
    "acknowledge": QT_TRANSLATE_NOOP("Wording", "naming feelings"),
    "apologise": QT_TRANSLATE_NOOP("Wording", "apologising"),
    "be_on_their_side": QT_TRANSLATE_NOOP("Wording", "being on their side"),
    "stay_calm": QT_TRANSLATE_NOOP("Wording", "staying calm"),
    "listen_reflectively": QT_TRANSLATE_NOOP("Wording", "listening back"),
    "ask_open_questions": QT_TRANSLATE_NOOP("Wording", "open questions"),
    "ask_permission": QT_TRANSLATE_NOOP("Wording", "asking permission"),
    "be_brief": QT_TRANSLATE_NOOP("Wording", "being brief"),
    "offer_solution": QT_TRANSLATE_NOOP("Wording", "offering a way out"),
    "assure": QT_TRANSLATE_NOOP("Wording", "assuring"),
    "follow_up": QT_TRANSLATE_NOOP("Wording", "following up"),
    "hold_the_line": QT_TRANSLATE_NOOP("Wording", "a kind no"),
    "resist_threats": QT_TRANSLATE_NOOP("Wording", "resisting threats"),
    "set_boundaries": QT_TRANSLATE_NOOP("Wording", "setting boundaries"),
    "hand_over": QT_TRANSLATE_NOOP("Wording", "handing over"),
    "learn": QT_TRANSLATE_NOOP("Wording", "learning from it"),
}

SETTINGS = {
    "in_person": QT_TRANSLATE_NOOP("Wording", "Face to face"),
    "telephone": QT_TRANSLATE_NOOP("Wording", "On the telephone"),
}

DIFFICULTIES = {
    "easy": QT_TRANSLATE_NOOP("Wording", "gentle"),
    "medium": QT_TRANSLATE_NOOP("Wording", "testing"),
    "hard": QT_TRANSLATE_NOOP("Wording", "hard"),
}

PACES = {
    "patient": QT_TRANSLATE_NOOP("Wording", "Longer"),
    "normal": QT_TRANSLATE_NOOP("Wording", "Usual"),
    "quick": QT_TRANSLATE_NOOP("Wording", "Shorter"),
    "push_to_talk": QT_TRANSLATE_NOOP("Wording", "Until I let go of a key"),
}

PACE_NOTES = {
    "patient": QT_TRANSLATE_NOOP("Wording", "Time to think in mid-sentence."),
    "normal": QT_TRANSLATE_NOOP("Wording", "As in most conversations."),
    "quick": QT_TRANSLATE_NOOP("Wording", "Brisk, with little room."),
    "push_to_talk": QT_TRANSLATE_NOOP("Wording", "Hold M while you talk."),
}

MODES = {
    "guided": QT_TRANSLATE_NOOP("Wording", "Guided"),
    "practice": QT_TRANSLATE_NOOP("Wording", "Practice"),
    "assessment": QT_TRANSLATE_NOOP("Wording", "Assessment"),
}

MODE_NOTES = {
    "guided": QT_TRANSLATE_NOOP("Wording", "The step you are at, and three things you could say."),
    "practice": QT_TRANSLATE_NOOP("Wording", "On your own, with a quiet word now and then."),
    "assessment": QT_TRANSLATE_NOOP("Wording", "No help. You mark yourself first, then compare."),
}


def competence(name: str) -> str:
    """Return what a trainee practises, in two or three words."""
    return _named(COMPETENCES, name)


def setting(name: str) -> str:
    """Return where a scenario takes place."""
    return _named(SETTINGS, name)


def need(name: str) -> str:
    """Return what a customer can't do without, in words."""
    return _named(wording.NEEDS, name)


def difficulty(name: str) -> str:
    """Return how forgiving the customer is, in a word."""
    return _named(DIFFICULTIES, name)


def dots(name: str) -> int:
    """Return how many dots a difficulty has, of three."""
    return {"easy": 1, "medium": 2}.get(name, 3)


def technique(name: str) -> str:
    """Return what a technique is called."""
    return _named(wording.TECHNIQUES, name)


def pace(name: str) -> str:
    """Return how long the customer waits at a pause, in a word or a few."""
    return _named(PACES, name)


def pace_note(name: str) -> str:
    """Return what that means for the trainee."""
    return _named(PACE_NOTES, name)


def mode(name: str) -> str:
    """Return what a mode is called."""
    return _named(MODES, name)


def mode_note(name: str) -> str:
    """Return what help a mode gives, in a sentence."""
    return _named(MODE_NOTES, name)


def overlap(kind: str) -> str:
    """Return what speaking at once was."""
    return _named(wording.OVERLAPS, kind)


def measure(name: str) -> str:
    """Return what a measure or a mark is called."""
    return _translated(wording.measure_name(name))


def mark(value: int | None) -> str:
    """Return a mark with its word, such as ``71, steady``."""
    return mark_word(value) if value is None else f"{value}, {mark_word(value)}"


def mark_word(value: int | None) -> str:
    """Return the word that goes with a mark."""
    return _translated(wording.mark_word(value))


def not_rated(reasons: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return what is not rated, and why; what the person left out is told in one line."""
    from trainer.rating.fluency import LEFT_OUT

    told = {name: why for name, why in reasons.items() if why != LEFT_OUT}
    if len(told) < len(reasons):
        told["fluency"] = translate("Wording", "You chose to leave these out.")
    return tuple((measure(name), why) for name, why in told.items())


def pacing(figures: Pacing) -> tuple[tuple[str, str, str], ...]:
    """Return the pace in figures: each with its name and what is usual."""
    from trainer.rating.fluency import left_out

    slow, fast = figures.target_wpm
    easy = translate("Wording", "{slow:.0f} to {fast:.0f} is easy to follow")
    estimate = translate("Wording", "an estimate from the sound")
    seconds, share = translate("Wording", "{:.1f} s"), translate("Wording", "{:.0f} %")
    told = (
        ("words_per_minute", figures.words_per_minute, "{:.0f}", easy.format(slow=slow, fast=fast)),
        ("reply_gap_ms_median", _s(figures.reply_gap_ms_median), seconds, ""),
        ("longest_pause_ms", _s(figures.longest_pause_ms), seconds, ""),
        (
            "longest_monologue_ms",
            _s(figures.longest_monologue_ms),
            translate("Wording", "{:.0f} s"),
            "",
        ),
        ("pause_ratio", _percent(figures.pause_ratio), share, ""),
        (
            "fillers_per_100_words",
            figures.fillers_per_100_words,
            "{:.1f}",
            estimate if figures.fillers_estimated else "",
        ),
    )
    hidden = left_out(figures)
    return tuple(_figure(*figure) for figure in told if figure[0] not in hidden)


def rehearsed(summary: RehearsalSummary) -> str:
    """Return what was rehearsed: a scenario, or one moment of it again."""
    if summary.again is None:
        return summary.scenario_title
    told = translate("Wording", "{title}, again from {time}")
    return told.format(title=summary.scenario_title, time=clock(summary.again.at_ms))


def listened(recogniser: str) -> str:
    """Return a sentence on what listened."""
    if not recogniser:
        return translate("Wording", "Your replies were typed.")
    return translate("Wording", "{name} listened.").format(name=recogniser)


def when(moment: datetime) -> str:
    """Return a date and time as people write them here."""
    there = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()), QTimeZone.systemTimeZone())
    return QLocale().toString(there, translate("Wording", "d MMM yyyy, HH:mm"))


def initials(name: str) -> str:
    """Return the first letters of the first and last of a name."""
    parts = name.split()
    return "".join(part[0] for part in dict.fromkeys((parts[0], parts[-1]))) if parts else ""


def short_name(name: str) -> str:
    """Return the first name; all of it where a title stands first."""
    first, _, rest = name.partition(" ")
    return name if rest and first.rstrip(".") in _TITLES else first


def _figure(name: str, value: float | None, form: str, note: str) -> tuple[str, str, str]:
    if value is None:
        return ("—", measure(name), mark(None))
    return (form.format(value), measure(name), note)


def _s(span_ms: int | None) -> float | None:
    return None if span_ms is None else span_ms / 1000


def _percent(share: float | None) -> float | None:
    return None if share is None else share * 100


def _named(names: Mapping[str, str], name: str) -> str:
    return _translated(names.get(name, name.replace("_", " ")))


def _translated(text: str) -> str:
    """Return a text that is marked where it stands, in the window's language."""
    return translate("Wording", text)
