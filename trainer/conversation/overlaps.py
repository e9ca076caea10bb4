"""What trainee and customer speaking at once was: listening, an interruption, or nothing at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import LineSpoken, Overlap, OverlapKind
from trainer.conversation.words import Span, Word, text_of, words_of

__all__ = ["OverlapRules", "all_backchannels", "classify", "find_overlaps", "word_at"]

UNHEARD_WORD_MS: Millis = 300
"""About how long a word of the customer's would have lasted, had it been heard."""

STOPPING_MS: Millis = 1000
"""A line that was cut may go on for this long after the speech that cut it."""


RESEMBLANCE = 0.75
"""Ratcliff and Obershelp's measure: 0.91 for ``i seem`` and ``i see``."""

MOST_WORDS = 2
"""A misheard backchannel is no longer than this; three words are somebody who wants the turn."""


@dataclass(frozen=True, slots=True)
class OverlapRules:
    """When speech over the customer's line is what (RUBRIC, section 3).

    Attributes:
        backchannel_ms: Longest speech over the line that can be a backchannel.
        wordless_ms: Longest speech over the line with no word in it that is still a backchannel.
        end_ms: Speech that starts this close to the line's end does not count.
        reaction_ms: Speech that starts this soon after the line can't be an answer to it: nobody
            takes in less that somebody else has begun.
        interruption_ms: Shortest speech over the line that interrupts.
        click_ms: A sound with no word and shorter than this is no speech at all.
        backchannels: What one says to show that one listens, such as ``go on``.
    """

    backchannel_ms: Millis = 1000
    wordless_ms: Millis = 700
    end_ms: Millis = 300
    reaction_ms: Millis = 200
    interruption_ms: Millis = 400
    click_ms: Millis = 120
    backchannels: tuple[str, ...] = (
        "mm",
        "mm hm",
        "uh huh",
        "right",
        "okay",
        "yes",
        "yeah",
        "i see",
        "go on",
    )


def classify(
    speech: Span, line: Span, words: str, rules: OverlapRules, *, listens: bool = False
) -> OverlapKind | None:
    """Say what `speech` over `line` was; None when it was nothing.

    Args:
        speech: One stretch of the trainee's speech.
        line: The customer's line, up to where it would have ended had nobody cut it.
        words: What was recognised in `speech`; empty when no word was.
        rules: The thresholds.
        listens: An ear that knows nothing but backchannels heard nothing else.
    """
    over_ms = speech.overlap_ms(line)
    if not over_ms or (not words and over_ms < rules.click_ms):
        return None
    if speech.start_ms < line.start_ms + rules.reaction_ms:
        return OverlapKind.TALKED_OVER
    if speech.start_ms >= line.end_ms - rules.end_ms:
        return OverlapKind.END_OVERLAP
    if _is_backchannel(over_ms, words, rules) or (listens and over_ms <= rules.backchannel_ms):
        return OverlapKind.BACKCHANNEL
    return OverlapKind.INTERRUPTION if over_ms >= rules.interruption_ms else None


def find_overlaps(
    lines: Sequence[LineSpoken],
    speech: Sequence[Span],
    words: Sequence[Word],
    rules: OverlapRules,
    listened: Sequence[Span] = (),
) -> tuple[Overlap, ...]:
    """Find every overlap in a conversation that is over, in order.

    Args:
        lines: What the customer said.
        speech: When the trainee spoke, as the gate heard it.
        words: What the trainee said.
        rules: The thresholds.
        listened: What an ear that knows nothing but backchannels heard as nothing else.
    """
    found = [_judge(line, span, words, rules, listened) for line in lines for span in speech]
    return tuple(sorted((one for one in found if one), key=lambda one: one.start_ms))


def word_at(words: Sequence[Word], at_ms: Millis) -> str:
    """Return the word that was being said at `at_ms`, or the last before it."""
    begun = [word.text for word in words if word.start_ms <= at_ms]
    return begun[-1] if begun else ""


def _is_backchannel(over_ms: Millis, words: str, rules: OverlapRules) -> bool:
    if not words:
        return over_ms <= rules.wordless_ms
    listens = all_backchannels(words, rules.backchannels) or _resembles(words, rules.backchannels)
    return over_ms <= rules.backchannel_ms and listens


def _resembles(words: str, backchannels: Sequence[str]) -> bool:
    """Tell whether so few words are likely a backchannel that was misheard: ``the right``."""
    spoken = words_of(words)
    if len(spoken) > MOST_WORDS:
        return False
    known = {" ".join(words_of(backchannel)) for backchannel in backchannels}
    return " ".join(spoken[1:]) in known or any(
        SequenceMatcher(None, " ".join(spoken), one).ratio() >= RESEMBLANCE for one in known
    )


def all_backchannels(words: str, backchannels: Sequence[str], *, so_far: bool = False) -> bool:
    """Tell whether `words` are nothing but backchannels, one after another.

    Args:
        words: What was recognised.
        backchannels: What one says to show that one listens.
        so_far: More may come: the last backchannel need only have begun (``i`` of ``i see``).
    """
    known = {" ".join(words_of(backchannel)) for backchannel in backchannels}
    spoken = words_of(words)
    reachable = {0}
    for end in range(1, len(spoken) + 1):
        if any(" ".join(spoken[start:end]) in known for start in reachable):
            reachable.add(end)
    if len(spoken) in reachable:
        return True
    begun = {" ".join(spoken[start:]) + " " for start in reachable}
    return so_far and any(one.startswith(tuple(begun)) for one in known)


def _judge(
    line: LineSpoken,
    speech: Span,
    words: Sequence[Word],
    rules: OverlapRules,
    listened: Sequence[Span],
) -> Overlap | None:
    planned = Span(line.start_ms, line.end_ms + line.unheard * UNHEARD_WORD_MS)
    said = [word for word in words if word.span.overlap_ms(speech)]
    listens = any(span.overlap_ms(speech) for span in listened)
    kind = classify(speech, planned, text_of(said), rules, listens=listens)
    if kind is None or not speech.overlap_ms(line.span):
        return None
    cut = kind is OverlapKind.INTERRUPTION and _gave_way(line, speech)
    return Overlap(
        start_ms=max(speech.start_ms, line.start_ms),
        end_ms=min(speech.end_ms, line.end_ms),
        overlap_kind=kind,
        words=text_of(word for word in said if word.span.overlap_ms(line.span)),
        cut_at=word_at(line.words, speech.start_ms) if cut else "",
        unheard=line.unheard if cut else 0,
    )


def _gave_way(line: LineSpoken, speech: Span) -> bool:
    """Tell whether the customer stopped because of `speech` rather than talking on."""
    grace_ms = STOPPING_MS if line.unheard else 0
    return line.end_ms <= speech.end_ms + grace_ms
