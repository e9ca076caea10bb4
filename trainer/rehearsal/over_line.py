"""Speech over the customer's line, as an overlap of the timeline."""

from trainer.conversation.blocks import Millis
from trainer.conversation.overlaps import OverlapRules, classify, word_at
from trainer.conversation.timeline import LineSpoken, Overlap, OverlapKind
from trainer.conversation.words import text_of
from trainer.rehearsal.open_reply import OpenReply

__all__ = ["cut_off", "spoken_over"]


def cut_off(reply: OpenReply, line: LineSpoken, words: str) -> Overlap:
    """Return the interruption that stopped the line.

    Args:
        reply: What the trainee began to say.
        line: As it was heard.
        words: What had been recognised when the line fell silent.
    """
    return Overlap(
        start_ms=max(reply.start_ms, line.start_ms),
        end_ms=line.end_ms,
        overlap_kind=OverlapKind.INTERRUPTION,
        words=words,
        cut_at=word_at(line.words, reply.start_ms),
        unheard=line.unheard,
    )


def spoken_over(said: OpenReply, rules: OverlapRules, now_ms: Millis) -> Overlap | None:
    """Return what speech over a line that talked on was; None when it was nothing."""
    line = said.line_span
    if line is None:
        return None
    reply = said.reply(now_ms)
    words = text_of(word for word in reply.words if word.start_ms < line.end_ms)
    kind = classify(reply.span, line, words, rules)
    if kind is None:
        return None
    return Overlap(max(reply.start_ms, line.start_ms), min(reply.end_ms, line.end_ms), kind, words)
