"""The moments of a rehearsal: what timeline and transcript show one by one, and how it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from trainer.conversation.silences import DEAD_AIR_MS
from trainer.conversation.timeline import (
    Entry,
    Glitch,
    LineSpoken,
    MoodMove,
    Overlap,
    Reply,
    Silence,
    Timeline,
)
from trainer.conversation.words import Word
from trainer.desktop import wording
from trainer.rating.scorecard import Finding, HeardTechnique, Rating

__all__ = [
    "Moment",
    "details",
    "is_doubtful",
    "moments_of",
    "nearest",
    "said",
    "technique",
    "who",
]

translate = QCoreApplication.translate

DOUBTFUL = 0.6
"""Words of less confidence may well be others."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of the timeline with what was made of it.

    Attributes:
        reply: Its number among the replies; None where it is none.
        heard: The techniques in it.
        findings: What counted in it.
    """

    entry: Entry
    reply: int | None = None
    heard: tuple[HeardTechnique, ...] = ()
    findings: tuple[Finding, ...] = ()


def moments_of(timeline: Timeline, rating: Rating | None) -> tuple[Moment, ...]:
    """Return every entry that is shown, in order; short silences are none."""
    heard: dict[int | None, list[HeardTechnique]] = {}
    for one in rating.techniques if rating else ():
        heard.setdefault(one.reply, []).append(one)
    findings = rating.scorecard.findings if rating else ()
    numbers = {id(reply): number for number, reply in enumerate(timeline.replies)}
    shown = (entry for entry in timeline.entries if _is_shown(entry))
    return tuple(
        Moment(
            entry,
            numbers.get(id(entry)),
            tuple(heard.get(numbers.get(id(entry)), ())),
            tuple(one for one in findings if _belongs(one, entry)),
        )
        for entry in sorted(shown, key=lambda entry: entry.start_ms)
    )


def nearest(moments: Sequence[Moment], at_ms: int) -> int:
    """Return the number of the turn that a time falls into, or of the last one before it."""
    turns = [
        number
        for number, moment in enumerate(moments)
        if isinstance(moment.entry, LineSpoken | Reply)
    ]
    within = (n for n in turns if moments[n].entry.start_ms <= at_ms < moments[n].entry.end_ms)
    before = (n for n in reversed(turns) if moments[n].entry.start_ms <= at_ms)
    replies_first = sorted(within, key=lambda n: moments[n].reply is None)
    return next(iter(replies_first), next(before, 0))


def who(moment: Moment, customer: str) -> str:
    """Return what a moment is headed with."""
    match moment.entry:
        case LineSpoken():
            return customer
        case Reply():
            return translate("Moments", "You")
        case Overlap():
            return wording.overlap(moment.entry.overlap_kind)
        case MoodMove():
            return translate("Moments", "How {name} felt").format(name=customer)
        case Silence():
            return translate("Moments", "Silence")
        case Glitch():
            return translate("Moments", "The sound")


def said(moment: Moment) -> str:
    """Return what took place, in a sentence."""
    match moment.entry:
        case LineSpoken() | Reply():
            return moment.entry.text or translate("Moments", "(nothing was understood)")
        case Overlap():
            return _overlap(moment.entry)
        case MoodMove():
            return _step(moment.entry)
        case Silence():
            return _silence(moment.entry)
        case Glitch():
            return moment.entry.what


def details(moment: Moment) -> Iterator[str]:
    """Yield what else is known of it, in sentences."""
    match moment.entry:
        case LineSpoken(pressure=pressure, unheard=unheard):
            if pressure is not None:
                yield translate("Moments", "Pressure {pressure} of 100.").format(pressure=pressure)
            if unheard:
                yield translate("Moments", "Words of it that went unheard: {count}.").format(
                    count=unheard
                )
        case Reply(typed=True):
            yield translate("Moments", "typed")
        case Reply(words=words):
            if doubtful := sum(map(is_doubtful, words)):
                yield translate("Moments", "Words that may have been misheard: {count}.").format(
                    count=doubtful
                )
        case MoodMove(trust=trust, met=met):
            if trust is not None:
                yield translate("Moments", "Trust: {trust}.").format(trust=trust)
            if met:
                needs = ", ".join(wording.need(name) for name in met)
                yield translate("Moments", "They had by then: {needs}.").format(needs=needs)
        case _:
            pass


def technique(heard: HeardTechnique) -> str:
    """Return what a technique is called and which entry of the phrase list gave it."""
    words = translate("Moments", "{technique}\nHeard by the entry {entry}")
    return words.format(
        technique=wording.technique(heard.technique.id), entry=heard.technique.entry
    )


def is_doubtful(word: Word) -> bool:
    """Tell whether a word may well have been another."""
    return word.confidence < DOUBTFUL


def _is_shown(entry: Entry) -> bool:
    return not isinstance(entry, Silence) or entry.span.length_ms >= DEAD_AIR_MS


def _belongs(finding: Finding, entry: Entry) -> bool:
    """Tell whether a finding is of this entry: exactly its moment, or within a reply."""
    if not entry.start_ms <= finding.start_ms <= finding.end_ms <= entry.end_ms:
        return False
    if isinstance(entry, Overlap | Silence):
        return finding.end_ms == entry.end_ms and finding.start_ms == entry.start_ms
    return isinstance(entry, Reply) and finding.rule != "interruption"


def _overlap(overlap: Overlap) -> str:
    told = wording.overlap(overlap.overlap_kind)
    if overlap.cut_at:
        return translate("Moments", "{what} at “{word}”; {count} words went unheard").format(
            what=told, word=overlap.cut_at, count=overlap.unheard
        )
    return f"{told}: “{overlap.words}”" if overlap.words else told


def _step(move: MoodMove) -> str:
    words = translate("Moments", "{change} to {pressure}, {why}")
    change = f"{move.change:+d}".replace("-", "\N{MINUS SIGN}")
    return words.format(change=change, pressure=move.pressure, why=move.why)


def _silence(silence: Silence) -> str:
    words = (
        translate("Moments", "{length:.1f} s of silence, announced")
        if silence.announced
        else translate("Moments", "{length:.1f} s of silence, nobody spoke")
    )
    return words.format(length=silence.span.length_ms / 1000)
