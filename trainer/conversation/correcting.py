"""Corrects what was misheard: other words where the recognised ones were, their times kept."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from trainer.conversation.timeline import Reply, Timeline
from trainer.conversation.words import Span, Word

__all__ = ["replaced", "reworded", "with_reply"]


def reworded(spoken: Sequence[Word], text: str, turn: Span) -> tuple[Word, ...]:
    """Put the words of a whole text where the spoken ones were.

    Words that stayed keep their times, others share the time of those that they replace.
    """
    texts, before = text.split(), [word.text for word in spoken]
    changes = SequenceMatcher(None, before, texts, autojunk=False).get_opcodes()
    placed: list[Word] = []
    for change, first, last, begin, end in changes:
        stayed = change == "equal"
        placed += spoken[first:last] if stayed else ()
        placed += () if stayed else _spread(texts[begin:end], _place(spoken, first, last, turn))
    return tuple(placed)


def replaced(reply: Reply, first: int, last: int, text: str) -> Reply:
    """Return the reply with the words of `text` where `first` to `last` (excluded) were."""
    place = _place(reply.words, first, last, reply.span)
    words = (*reply.words[:first], *_spread(text.split(), place), *reply.words[last:])
    return replace(reply, words=words)


def with_reply(timeline: Timeline, number: int, reply: Reply) -> Timeline:
    """Return the timeline with another reply in the place of that number."""
    wrong = timeline.replies[number]
    entries = (reply if entry is wrong else entry for entry in timeline.entries)
    return replace(timeline, entries=tuple(entries))


def _place(spoken: Sequence[Word], first: int, last: int, turn: Span) -> Span:
    """Return where the words from `first` to `last` are, or where there is room between others."""
    if first < last:
        return Span(spoken[first].start_ms, spoken[last - 1].end_ms)
    since_ms = spoken[first - 1].end_ms if first else turn.start_ms
    until_ms = spoken[first].start_ms if first < len(spoken) else turn.end_ms
    return Span(since_ms, max(since_ms, until_ms))


def _spread(texts: Sequence[str], span: Span) -> list[Word]:
    """Return words that share a span evenly."""
    count = len(texts)
    edges = [span.start_ms + span.length_ms * at // max(1, count) for at in range(count + 1)]
    return [Word(text, *times) for text, times in zip(texts, pairwise(edges), strict=True)]
