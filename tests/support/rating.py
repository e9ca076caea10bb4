"""The bundled phrases and rubric, and short ways to write timelines by hand."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from trainer.conversation.timeline import LineSpoken, Reply, ReplySound
from trainer.conversation.words import Span, Word
from trainer.rating.rubric import Rubric, read_rubric
from trainer.techniques.phrases import PhraseList, read_phrases

__all__ = [
    "ASSETS",
    "LABELLED",
    "TEN_WORDS",
    "english",
    "labelled",
    "line",
    "reply",
    "rubric",
    "said",
    "sounded",
    "spread",
]

ASSETS = Path(__file__).parents[2] / "assets"
TEN_WORDS = "one two three four five six seven eight nine ten"
LABELLED = Path(__file__).parents[1] / "data" / "techniques"


@cache
def english() -> PhraseList:
    """Return the bundled English phrases."""
    path = ASSETS / "techniques" / "en.yaml"
    return read_phrases(path.read_text(encoding="utf-8"), "en.yaml")


@cache
def rubric() -> Rubric:
    """Return the bundled rubric."""
    return read_rubric((ASSETS / "rubric.yaml").read_text(encoding="utf-8"), "rubric.yaml")


def labelled(name: str) -> list[tuple[frozenset[str], str]]:
    """Return the (labels, reply) pairs of a file in tests/data/techniques."""
    rows = (LABELLED / name).read_text(encoding="utf-8").splitlines()
    pairs = [row.split("|") for row in rows if "|" in row and not row.startswith("#")]
    return [(frozenset(labels.split()), text.strip()) for labels, text in pairs]


def said(text: str) -> list[str]:
    """Return the words of a text, as the detector takes them."""
    return text.split()


def spread(text: str, start_ms: int, end_ms: int) -> tuple[Word, ...]:
    """Return the words of a text, each as long as the others, without pauses."""
    texts = text.split()
    edges = [round(start_ms + (end_ms - start_ms) * at / len(texts)) for at in range(len(texts))]
    return tuple(
        Word(word, start, end)
        for word, start, end in zip(texts, edges, [*edges[1:], end_ms], strict=True)
    )


def line(
    text: str, start_ms: int, end_ms: int, *, pressure: int | None = None, unheard: int = 0
) -> LineSpoken:
    """Return a line of the customer's with evenly spread words."""
    words = spread(text, start_ms, end_ms)
    return LineSpoken(start_ms, end_ms, "line", words, text, pressure, unheard)


def reply(text: str, start_ms: int, end_ms: int, *, typed: bool = False) -> Reply:
    """Return a reply with evenly spread words."""
    return Reply(start_ms, end_ms, spread(text, start_ms, end_ms), typed=typed)


def sounded(spoken: Reply, sounding: tuple[Span, ...], nuclei: int) -> Reply:
    """Return the reply with that sound, its syllables spread evenly over it."""
    start_ms, end_ms = sounding[0].start_ms, sounding[-1].end_ms
    beats = tuple(start_ms + (end_ms - start_ms) * at // max(1, nuclei) for at in range(nuclei))
    return replace(spoken, sound=ReplySound(sounding, sounding, beats))
