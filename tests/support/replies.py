"""Replies made by hand: words with times, and the techniques that were heard in them."""

from trainer.conversation.timeline import Overlap, OverlapKind, Reply
from trainer.conversation.words import Word
from trainer.customer.happenings import Replied, SpokenOver, TalkedTooLong
from trainer.techniques.technique import Technique, TechniqueId

__all__ = ["backchannel", "interruption", "monologue", "replied", "reply", "techniques"]

WORD_MS = 300


def reply(text: str, at_ms: int = 0) -> Reply:
    """Return a reply with its words 300 ms apart."""
    words = tuple(
        Word(word, at_ms + n * WORD_MS, at_ms + (n + 1) * WORD_MS)
        for n, word in enumerate(text.split())
    )
    return Reply(at_ms, at_ms + len(words) * WORD_MS, words)


def techniques(*ids: str, strength: float = 1.0) -> tuple[Technique, ...]:
    """Return the techniques, each on a word of its own."""
    return tuple(
        Technique(TechniqueId(name), n, n + 1, "", strength, "by hand")
        for n, name in enumerate(ids)
    )


def replied(text: str, *ids: str, at_ms: int = 0, cut_in: bool = False) -> Replied:
    """Return a finished reply with the techniques heard in it."""
    return Replied(reply(text, at_ms), techniques(*ids), cut_in=cut_in)


def monologue(text: str, *ids: str) -> TalkedTooLong:
    """Return a reply that goes on and on."""
    return TalkedTooLong(reply(text), techniques(*ids))


def interruption(cut_at: str = "", unheard: int = 0, at_ms: int = 0) -> SpokenOver:
    """Return the trainee cutting in."""
    kind = OverlapKind.INTERRUPTION
    return SpokenOver(Overlap(at_ms, at_ms + 600, kind, "but", cut_at, unheard))


def backchannel(at_ms: int = 0) -> SpokenOver:
    """Return the trainee saying mm-hm over the line."""
    return SpokenOver(Overlap(at_ms, at_ms + 300, OverlapKind.BACKCHANNEL, "mm-hm"))
