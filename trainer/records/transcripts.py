"""Reads a transcript with times, one JSON object a turn, as `rate --transcript` is given it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from trainer.conversation.blocks import Millis
from trainer.conversation.correcting import reworded
from trainer.conversation.overlaps import OverlapRules, find_overlaps
from trainer.conversation.silences import find_silences
from trainer.conversation.timeline import Entry, LineSpoken, Reply, Timeline
from trainer.conversation.words import Span, Word, text_of
from trainer.records.problems import RecordsProblem

__all__ = ["TranscriptProblem", "corrected", "read_transcript"]

PAUSE_MS: Millis = 250
"""A shorter gap between words is part of speaking (RUBRIC, section 4)."""

STRETCH_MS: Millis = 500
"""Words with a shorter gap between them are one attempt to speak over the customer."""

EXAMPLE = (
    '{"speaker": "trainee", "start_ms": 0, "end_ms": 400, '
    '"words": [{"text": "hello", "start_ms": 0, "end_ms": 400, "confidence": 1}]}'
)


class TranscriptProblem(RecordsProblem):
    """A transcript can't be read; the message names file, line and mend."""


class _Timed(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True)

    start_ms: int = Field(ge=0)
    end_ms: int = Field(ge=0)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end_ms < self.start_ms:
            raise ValueError(f"it ends at {self.end_ms} before it starts at {self.start_ms}")
        return self


class _Word(_Timed):
    text: str = Field(min_length=1)
    confidence: float = Field(default=1.0, ge=0, le=1)


class _Turn(_Timed):
    speaker: Literal["customer", "trainee"]
    words: tuple[_Word, ...]
    text: str | None = None

    def spoken(self) -> tuple[Word, ...]:
        """Return the words as the house knows them."""
        return tuple(
            Word(word.text, word.start_ms, word.end_ms, word.confidence) for word in self.words
        )

    def meant(self) -> tuple[Word, ...]:
        """Return the words of the text, where somebody has corrected that."""
        spoken = self.spoken()
        turn = Span(self.start_ms, self.end_ms)
        return spoken if self.text is None else reworded(spoken, self.text, turn)


def read_transcript(lines: Iterable[str], name: str, rules: OverlapRules | None = None) -> Timeline:
    """Turn a transcript into the timeline of a conversation that nobody listened to.

    Args:
        lines: One JSON object each; blank lines are passed over.
        name: The file's, for what is said of a mistake.
        rules: What counts as which overlap; those of the rubric without it.

    Raises:
        TranscriptProblem: A line is wrong.
    """
    turns = sorted(_turns(lines, name), key=lambda turn: (turn.start_ms, turn.end_ms))
    if not turns:
        raise TranscriptProblem(f"{name} holds no turn. Write one JSON object a line.")

    spoken = [_entry(number, turn) for number, turn in enumerate(turns, 1)]
    overlaps = find_overlaps(
        [entry for entry in spoken if isinstance(entry, LineSpoken)],
        _stretches([entry for entry in spoken if isinstance(entry, Reply)]),
        [word for entry in spoken if isinstance(entry, Reply) for word in entry.words],
        rules or OverlapRules(),
    )
    silences = find_silences(entry.span for entry in spoken)
    entries: list[Entry] = [*spoken, *overlaps, *silences]
    return Timeline(
        duration_ms=max(turn.end_ms for turn in turns),
        entries=tuple(sorted(entries, key=lambda entry: entry.start_ms)),
    )


def corrected(timeline: Timeline, lines: Iterable[str], name: str) -> Timeline:
    """Return the timeline with the trainee's words as a transcript of it has them.

    A turn's ``text`` counts where it differs from its ``words``: words that stayed keep their
    times, others share the time of those that they replace. What the customer said is not changed.

    Args:
        timeline: What took place.
        lines: The transcript, as `export --transcript` writes it, corrected.
        name: The file's, for what is said of a mistake.

    Raises:
        TranscriptProblem: A line is wrong, or is of no reply in this rehearsal.
    """
    said: dict[Millis, tuple[Word, ...]] = {}
    known = {reply.start_ms for reply in timeline.replies}
    for turn in _turns(lines, name):
        if turn.speaker == "trainee":
            if turn.start_ms not in known:
                raise TranscriptProblem(
                    f"{name}: no reply of this rehearsal begins at {turn.start_ms} ms. "
                    "Correct the words of what ./run export N --transcript FILE wrote."
                )
            said[turn.start_ms] = turn.meant()
    return replace(
        timeline,
        entries=tuple(
            replace(entry, words=said[entry.start_ms])
            if isinstance(entry, Reply) and entry.start_ms in said
            else entry
            for entry in timeline.entries
        ),
    )


def _turns(lines: Iterable[str], name: str) -> Iterable[_Turn]:
    for number, line in enumerate(lines, 1):
        text = line.strip().removeprefix("\ufeff")
        if text:
            yield _turn(text, f"{name}, line {number}")


def _turn(text: str, place: str) -> _Turn:
    try:
        return _Turn.model_validate_json(text)
    except ValidationError as wrong:
        raise TranscriptProblem(f"{place}: {_said(wrong)}") from wrong


def _said(wrong: ValidationError) -> str:
    """Say the first mistake and its mend."""
    mistake = wrong.errors()[0]
    where = ".".join(str(part) for part in mistake["loc"])
    match mistake["type"]:
        case "json_invalid":
            return "this is no JSON object. Write one object a line, such as " + EXAMPLE
        case "missing":
            return f"“{where}” is missing. Write each turn such as {EXAMPLE}"
        case "value_error":
            reason = str(mistake["ctx"]["error"])
            return f"{f'“{where}”: ' if where else ''}{reason}. Put the earlier time first."
        case _:
            found = json.dumps(mistake["input"], ensure_ascii=False, default=str)[:60]
            return f"“{where or 'turn'}” is {found}. {_mend(mistake['loc'])}"


def _mend(where: Sequence[int | str]) -> str:
    match where[-1] if where else "":
        case "speaker":
            return "Write “customer” or “trainee”."
        case "start_ms" | "end_ms":
            return "Write whole milliseconds from the start, such as 1200."
        case "confidence":
            return "Write a number from 0 to 1."
        case "text":
            return "Write the word that was said."
        case _:
            return f"Write each turn such as {EXAMPLE}"


def _entry(number: int, turn: _Turn) -> LineSpoken | Reply:
    words = turn.spoken()
    if turn.speaker == "trainee":
        speech = _joined(words, PAUSE_MS) or (Span(turn.start_ms, turn.end_ms),)
        return Reply(turn.start_ms, turn.end_ms, words, speech)
    return LineSpoken(turn.start_ms, turn.end_ms, f"turn.{number}", words, text_of(words))


def _stretches(replies: Sequence[Reply]) -> list[Span]:
    """Return when the trainee spoke, small gaps closed."""
    return [span for reply in replies for span in _joined(reply.words, STRETCH_MS) or (reply.span,)]


def _joined(words: Sequence[Word], gap_ms: Millis) -> tuple[Span, ...]:
    """Return the spans of words between which there is less than `gap_ms`."""
    spans: list[Span] = []
    for word in words:
        if spans and word.start_ms - spans[-1].end_ms < gap_ms:
            spans[-1] = Span(spans[-1].start_ms, max(spans[-1].end_ms, word.end_ms))
        else:
            spans.append(word.span)
    return tuple(spans)
