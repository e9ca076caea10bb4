"""What was measured of one reply: from its words, from its sound, and whether the two agree.

Times are the sound's where it was measured, since they are sharper than a recogniser's; counts are
the words'. Where the words have far more or fewer syllables than the sound, they are not trusted.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import Reply, ReplySound
from trainer.conversation.words import Span, Word
from trainer.rating.rubric import PacingRules

__all__ = ["NO_STRETCH", "Stretch", "Syllables", "joined", "rate_of", "stretch_of"]

Syllables = Callable[[str], int]
"""How many syllables a word has."""

COVERED_SHARE = 0.2
"""A voiced stretch of which words cover no more than this has no words of its own."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Speech with the pauses in it: of one reply, or of all.

    Attributes:
        words: How many; estimated from the sound where the words are doubtful.
        speaking_ms: From its first sound to its last, pauses included.
        syllables: Of the words; of the sound where they are doubtful or there are none.
        pauses: Silences of the rubric's length and more.
        fillers: Where fillers were heard; None where they could neither be counted nor estimated.
        disagreement: How far words and sound are apart in their count of syllables, as a share of
            the sound's; None where only one of them is there.
        doubtful: That is too far.
    """

    words: float
    speaking_ms: Millis
    syllables: int
    pauses: tuple[Span, ...] = ()
    fillers: tuple[Span, ...] | None = ()
    disagreement: float | None = None
    doubtful: bool = False

    @property
    def articulating_ms(self) -> Millis:
        """How long it lasts without its pauses."""
        return self.speaking_ms - sum(pause.length_ms for pause in self.pauses)

    @property
    def words_per_minute(self) -> float | None:
        """Words over speaking time; None without words."""
        return rate_of(self.words * 60_000, self.speaking_ms, 1) if self.words else None

    @property
    def articulation_rate(self) -> float | None:
        """Syllables a second, pauses left out."""
        return rate_of(self.syllables * 1000, self.articulating_ms, 2)

    @property
    def pause_ratio(self) -> float | None:
        """Share of it that is pause."""
        return rate_of(self.speaking_ms - self.articulating_ms, self.speaking_ms, 3)

    @property
    def mean_pause_ms(self) -> Millis:
        """The usual pause; 0 without any."""
        return round(sum(pause.length_ms for pause in self.pauses) / max(1, len(self.pauses)))

    @property
    def longest_pause_ms(self) -> Millis:
        """The longest pause; 0 without any."""
        return max((pause.length_ms for pause in self.pauses), default=0)

    @property
    def fillers_per_100_words(self) -> float | None:
        """Fillers in 100 words; None where they are not known, or there are no words."""
        if self.fillers is None:
            return None
        return rate_of(100 * len(self.fillers), self.words, 1)

    def is_enough(self, rules: PacingRules) -> bool:
        """Tell whether there is enough of it for a verdict; without words, syllables tell."""
        said = self.words or self.syllables
        return said >= rules.least_words and self.speaking_ms >= rules.least_ms


NO_STRETCH = Stretch(words=0, speaking_ms=0, syllables=0, fillers=None)


def stretch_of(
    reply: Reply, rules: PacingRules, syllables: Syllables, fillers: Collection[str] | None
) -> Stretch:
    """Measure a spoken reply.

    Args:
        reply: Has words, or sound, or both.
        rules: Thresholds.
        syllables: Counts a word's syllables.
        fillers: Words such as ``um``; None where the recogniser knows none, so that they are
            estimated from voiced stretches without words.
    """
    told = _of_words(reply.words, rules, syllables)
    if reply.sound is None:
        return _with_fillers(told, reply, rules, fillers)
    heard = _of_sound(reply.sound, rules)
    if not reply.words:
        return heard
    return _with_fillers(_checked(told, heard, rules), reply, rules, fillers)


def joined(stretches: Sequence[Stretch]) -> Stretch:
    """Return all of them as one; fillers are those of the stretches where they are known."""
    known = [one.fillers for one in stretches if one.fillers is not None]
    return Stretch(
        words=sum(one.words for one in stretches),
        speaking_ms=sum(one.speaking_ms for one in stretches),
        syllables=sum(one.syllables for one in stretches),
        pauses=tuple(pause for one in stretches for pause in one.pauses),
        fillers=tuple(span for fillers in known for span in fillers) if known else None,
    )


def rate_of(amount: float, over: float, digits: int) -> float | None:
    """Return one over the other, rounded; None over nothing."""
    return round(amount / over, digits) if over > 0 else None


def _of_words(words: Sequence[Word], rules: PacingRules, syllables: Syllables) -> Stretch:
    gaps = (Span(one.end_ms, two.start_ms) for one, two in pairwise(words))
    return Stretch(
        words=len(words),
        speaking_ms=words[-1].end_ms - words[0].start_ms if words else 0,
        syllables=sum(syllables(word.text) for word in words),
        pauses=tuple(gap for gap in gaps if gap.length_ms >= rules.pause_ms),
    )


def _of_sound(sound: ReplySound, rules: PacingRules) -> Stretch:
    return Stretch(
        words=0,
        speaking_ms=sound.span.length_ms,
        syllables=len(sound.nuclei),
        pauses=sound.pauses(rules.pause_ms),
        fillers=None,
    )


def _checked(told: Stretch, heard: Stretch, rules: PacingRules) -> Stretch:
    """Put the words' counts on the sound's times, or trust the sound where they disagree."""
    apart = abs(told.syllables / heard.syllables - 1) if heard.syllables else None
    doubtful = apart is not None and apart > rules.doubt_share
    spoken = told.words * heard.syllables / max(1, told.syllables) if doubtful else told.words
    return Stretch(
        words=spoken,
        speaking_ms=heard.speaking_ms,
        syllables=heard.syllables if doubtful else told.syllables,
        pauses=heard.pauses,
        disagreement=apart,
        doubtful=doubtful,
    )


def _with_fillers(
    stretch: Stretch, reply: Reply, rules: PacingRules, fillers: Collection[str] | None
) -> Stretch:
    found: tuple[Span, ...] | None = None
    if fillers is not None:
        found = tuple(word.span for word in reply.words if word.text in fillers)
    elif reply.sound is not None and not stretch.doubtful:
        found = _wordless(reply.sound.voiced, reply.words, rules.filler_ms)
    return Stretch(
        stretch.words,
        stretch.speaking_ms,
        stretch.syllables,
        stretch.pauses,
        found,
        stretch.disagreement,
        stretch.doubtful,
    )


def _wordless(voiced: Sequence[Span], words: Sequence[Word], least_ms: Millis) -> tuple[Span, ...]:
    """Return voiced stretches that may be fillers: long enough, and no word in them."""
    return tuple(
        span
        for span in voiced
        if span.length_ms >= least_ms
        and sum(span.overlap_ms(word.span) for word in words) <= COVERED_SHARE * span.length_ms
    )
