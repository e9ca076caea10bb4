"""Has the trainee finished? How long a silence must last before a reply counts as over.

People answer after some 200 ms, but pause for longer than that within a turn; so silence alone
must wait for a second and more. What was said tells earlier: a reply that ends in "and" is not
over, one that ends in "does that suit you" is. So do the pitch, which falls at the end of a turn,
and the recogniser, which keeps changing its mind while there is more to hear.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from trainer.conversation.blocks import Millis

__all__ = ["EndCues", "EndPointing", "Pace", "TurnWords", "silence_needed"]


class Pace(StrEnum):
    """How soon the customer takes the turn; push-to-talk leaves it to a key."""

    PATIENT = "patient"
    NORMAL = "normal"
    QUICK = "quick"
    PUSH_TO_TALK = "push_to_talk"


@dataclass(frozen=True, slots=True)
class EndPointing:
    """How long silence must last, by what the reply is like.

    Attributes:
        given_ms: It gives the turn away: a question to the customer, a closing phrase.
        fallen_ms: It is plain speech and the pitch has fallen.
        plain_ms: It is plain speech.
        level_ms: It is plain speech and the pitch has not fallen.
        short_ms: It is too short to say.
        kept_ms: Its last words keep the turn.
        least_ms: Never sooner.
        short_words: Fewer words than this are short.
        unstable_ms: How much longer while the recogniser has changed its words just now.
    """

    given_ms: Millis = 450
    fallen_ms: Millis = 550
    plain_ms: Millis = 700
    level_ms: Millis = 950
    short_ms: Millis = 900
    kept_ms: Millis = 1_500
    least_ms: Millis = 350
    short_words: int = 3
    unstable_ms: Millis = 150


@dataclass(frozen=True, slots=True)
class EndCues:
    """What is known of a reply at a pause.

    Attributes:
        words: Its words so far, lower case.
        stable_ms: For how long the recogniser has not changed them.
        fall_semitones: How far the pitch fell at the end; None when there was no telling.
    """

    words: str = ""
    stable_ms: Millis = 0
    fall_semitones: float | None = None


@dataclass(frozen=True, slots=True)
class TurnWords:
    """What the last words of a reply say about its end, in one language.

    Attributes:
        keeping: Words that can't end a turn, such as ``and``.
        keeping_ends: Endings that keep it, such as ``let me``.
        giving_ends: Endings that give it, such as ``does that suit you``; they win.
    """

    keeping: frozenset[str] = frozenset()
    keeping_ends: tuple[str, ...] = ()
    giving_ends: tuple[str, ...] = ()


FALL_SEMITONES = 1.5
"""A fall of this much is one that listeners hear as final."""

STABLE_MS: Millis = 200


def silence_needed(
    cues: EndCues, known: TurnWords, rules: EndPointing, pace: Pace = Pace.NORMAL
) -> Millis:
    """Return how long the silence must be for the reply to be over."""
    needed = _by_words(cues, known, rules)
    if cues.stable_ms < STABLE_MS:
        needed += rules.unstable_ms
    return max(rules.least_ms, round(needed * _STRETCH[pace]))


def _by_words(cues: EndCues, known: TurnWords, rules: EndPointing) -> Millis:
    words = cues.words.split()
    if not words:
        return rules.short_ms
    if _ends(cues.words, known.giving_ends):
        return rules.given_ms
    if words[-1] in known.keeping or _ends(cues.words, known.keeping_ends):
        return rules.kept_ms
    if len(words) < rules.short_words:
        return rules.short_ms
    return _by_pitch(cues.fall_semitones, rules)


def _by_pitch(fall_semitones: float | None, rules: EndPointing) -> Millis:
    if fall_semitones is None:
        return rules.plain_ms
    return rules.fallen_ms if fall_semitones >= FALL_SEMITONES else rules.level_ms


def _ends(text: str, ends: Iterable[str]) -> bool:
    return any(text == end or text.endswith(f" {end}") for end in ends)


_STRETCH = {Pace.PATIENT: 1.6, Pace.NORMAL: 1.0, Pace.QUICK: 0.8, Pace.PUSH_TO_TALK: 1.0}
