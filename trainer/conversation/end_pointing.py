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

    The figures were fitted to synthetic replies (`bench listening`, tuning seeds): the longer a
    reply and the more its pitch falls, the likelier it is over.

    Attributes:
        given_ms: It gives the turn away: a question to the customer, a closing phrase.
        final_ms: It is long enough, or its pitch has fallen enough, to sound final.
        plain_ms: It is neither.
        open_ms: Its last clause waits for another: ``when you called us``.
        short_ms: It is too short to say.
        kept_ms: Its last words keep the turn.
        least_ms: Never sooner.
        short_words: Fewer words than this are short.
        final_words: From so many words on it sounds final.
        semitone_words: A fall of a semitone is worth so many words.
        clause_words: A clause that waits for another is not longer than this.
        unstable_ms: How much longer while the recogniser has changed its words just now.
    """

    given_ms: Millis = 500
    final_ms: Millis = 630
    plain_ms: Millis = 1_080
    open_ms: Millis = 1_130
    short_ms: Millis = 1_000
    kept_ms: Millis = 1_400
    least_ms: Millis = 350
    short_words: int = 3
    final_words: float = 11
    semitone_words: float = 0.8
    clause_words: int = 8
    unstable_ms: Millis = 150


@dataclass(frozen=True, slots=True)
class EndCues:
    """What is known of a reply at a pause.

    Attributes:
        words: Its words so far, lower case.
        clause: Those since the pause before this one; all when there was none.
        stable_ms: For how long the recogniser has not changed them.
        fall_semitones: How far the pitch fell at the end; None when there was no telling.
    """

    words: str = ""
    clause: str = ""
    stable_ms: Millis = 0
    fall_semitones: float | None = None


@dataclass(frozen=True, slots=True)
class TurnWords:
    """What the last words of a reply say about its end, in one language.

    Attributes:
        keeping: Words that can't end a turn, such as ``and``.
        keeping_ends: Endings that keep it, such as ``let me``.
        openers: Words that begin a clause which waits for another, such as ``when``.
        giving_ends: Endings that give it, such as ``does that suit you``; they win.
    """

    keeping: frozenset[str] = frozenset()
    keeping_ends: tuple[str, ...] = ()
    openers: frozenset[str] = frozenset()
    giving_ends: tuple[str, ...] = ()


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
    words, clause = cues.words.split(), cues.clause.split()
    if not words:
        return rules.short_ms
    if _ends(cues.words, known.giving_ends):
        return rules.given_ms
    if words[-1] in known.keeping or _ends(cues.words, known.keeping_ends):
        return rules.kept_ms
    if len(words) < rules.short_words:
        return rules.short_ms
    if clause and clause[0] in known.openers and len(clause) <= rules.clause_words:
        return rules.open_ms
    finality = len(words) + rules.semitone_words * (cues.fall_semitones or 0)
    return rules.final_ms if finality >= rules.final_words else rules.plain_ms


def _ends(text: str, ends: Iterable[str]) -> bool:
    return any(text == end or text.endswith(f" {end}") for end in ends)


_STRETCH = {Pace.PATIENT: 1.6, Pace.NORMAL: 1.0, Pace.QUICK: 0.8, Pace.PUSH_TO_TALK: 1.0}
