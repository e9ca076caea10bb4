"""Speech over the customer's line, as an overlap of the timeline."""

from trainer.audio.level import rms_db
from trainer.audio.pitch import voiced_share
from trainer.conversation.blocks import Millis, Samples
from trainer.conversation.overlaps import OverlapRules, classify, word_at
from trainer.conversation.timeline import LineSpoken, Overlap, OverlapKind
from trainer.conversation.words import text_of
from trainer.rehearsal.open_reply import OpenReply

__all__ = ["cut_off", "is_nobody", "spoken_over"]

FEW, SURE = 3, 0.85
"""Of so few words over the line only sure ones count: a short backchannel is often misheard."""

VOICED, VOICED_WORDS = 0.3, 0.15
"""Speech is voiced for about 0.7 of its time, a cough or a door for at most 0.1, although the
recogniser may find words in it (`bench listening`, tuning seeds)."""

FAR_DB = 10.0
"""A colleague's voice is this much fainter than the trainee's usual one, which wavers by 2 dB."""


def is_nobody(sound: Samples, words: str, usual_db: float | None) -> bool:
    """Tell whether what was heard over a line is a noise or somebody far away.

    Args:
        sound: 16 kHz.
        words: What was recognised in it.
        usual_db: How loud the trainee speaks, dBFS; None where no sound check has told.
    """
    if usual_db is not None and rms_db(sound) < usual_db - FAR_DB:
        return True
    return voiced_share(sound) < (VOICED_WORDS if words else VOICED)


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
    over = [word for word in said.spoken(reply.words) if word.start_ms < line.end_ms]
    words = text_of(over)
    sure = text_of(word for word in over if word.confidence >= SURE)
    told = words if len(over) > FEW else sure
    kind = classify(reply.span, line, told, rules, listens=said.only_backchannels)
    if kind is None:
        return None
    return Overlap(max(reply.start_ms, line.start_ms), min(reply.end_ms, line.end_ms), kind, words)
