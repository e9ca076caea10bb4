"""Whether something is promised: a remedy or a gift that is only named, or refused, is not."""

import re

__all__ = ["promises", "refusals"]

_OWN = re.compile(
    r"\b(?:i|we)(?: will| can| could| am| are| shall| have|'ll|'m|'re|'ve)\b"
    r"|\blet me\b|\b(?:shall|can|could|should) (?:i|we)\b|\bwould you (?:like|prefer|rather)\b"
    r"|\b(?:i|we) (?:promise|guarantee)\b|\bgive you my word\b"
)
"""Words with which somebody takes on to do something."""
_GETTING = "have|get|keep|take|use|stay|sleep|eat|choose|collect|pick|expect"
_OTHERS = re.compile(
    rf"\byou can (?:\w+ )?(?:{_GETTING})\b|\byou(?:'ll| will)\b(?! (?:have|need) to\b)"
    r"|\b(?:it|that|there|they|he|she)(?:'ll| will)\b"
    r"|\b(?!who |what |when |which )\w+ will (?:be|come|go|get|have|bring|take|ring|call|pay)\b"
)
"""Words that say what will be done, or had, and not by whom; also what others have promised."""
_REFUSAL = re.compile(
    r"\b(?:can't|cannot|can not|won't|not able|unable|not allowed"
    r"|nothing (?:i|we|more|else|to be|that (?:i|we))|(?:do|is|there's) nothing)\b"
)


def promises(text: str, *, gives_back: bool = False) -> bool:
    """Say whether something is promised.

    Args:
        text: What was said.
        gives_back: It gives back what the customer told: what others will do is then their story.
    """
    spoken = _spoken(text)
    if _OWN.search(spoken):
        return True
    return not gives_back and _OTHERS.search(spoken) is not None


def refusals(text: str) -> int:
    """Return how often something is refused; "you won't pay" refuses, and may be a gift."""
    return len(_REFUSAL.findall(_spoken(text)))


def _spoken(text: str) -> str:
    return text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
