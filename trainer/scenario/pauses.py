"""Pauses in a line's text: ``[pause]`` and ``[pause 900]`` become phrases with a silence after."""

import re

from trainer.conversation.blocks import Millis
from trainer.conversation.lines import Phrase

__all__ = ["DEFAULT_PAUSE_MS", "phrases_of", "trouble_in"]

DEFAULT_PAUSE_MS: Millis = 700
SHORTEST_MS, LONGEST_MS = 100, 5_000
MARK = re.compile(r"\[pause(?: +(\d+))?\]")


def phrases_of(text: str) -> tuple[Phrase, ...]:
    """Cut a text that `trouble_in` has nothing against into breaths with their pauses."""
    said, marks = MARK.split(text)[::2], MARK.finditer(text)
    pauses = [int(mark[1] or DEFAULT_PAUSE_MS) for mark in marks]
    return tuple(
        Phrase(" ".join(breath.split()), pause)
        for breath, pause in zip(said, [*pauses, 0], strict=True)
        if breath.strip()
    )


def trouble_in(text: str) -> str:
    """Say what is wrong with the text's pauses and how to mend it; empty when nothing is."""
    if not MARK.sub("", text).strip():
        return "here is no word to say: write what the customer says"
    rest = MARK.sub("", text)
    if "[" in rest or "]" in rest:
        return "square brackets only hold pauses: write [pause] or [pause 900]"
    if MARK.match(text.strip()):
        return "a line can't begin with a pause: put the first words before it"
    if any(not SHORTEST_MS <= length <= LONGEST_MS for length in _lengths(text)):
        return f"a pause lasts {SHORTEST_MS} to {LONGEST_MS} milliseconds: change its number"
    return ""


def _lengths(text: str) -> list[Millis]:
    return [int(mark[1] or DEFAULT_PAUSE_MS) for mark in MARK.finditer(text)]
