"""Reading a transcript with times."""

import json
from collections.abc import Sequence

import pytest

from trainer.conversation.overlaps import OverlapRules
from trainer.conversation.timeline import LineSpoken, OverlapKind, Reply, Silence, Timeline
from trainer.conversation.words import Span, Word
from trainer.records.interchange import transcript_lines
from trainer.records.transcripts import TranscriptProblem, corrected, read_transcript


def turn(speaker: str, *words: tuple[str, int, int], **more: object) -> str:
    """Return one line of a transcript."""
    said = [{"text": text, "start_ms": start, "end_ms": end} for text, start, end in words]
    times = {"start_ms": words[0][1], "end_ms": words[-1][2]}
    return json.dumps({"speaker": speaker, **times, "words": said, **more})


def problem_of(lines: Sequence[str]) -> str:
    """Return what is said of a transcript with a mistake."""
    with pytest.raises(TranscriptProblem) as problem:
        read_transcript(lines, "talk.jsonl")
    assert "\n" not in str(problem.value)
    return str(problem.value)


CUSTOMER = turn("customer", ("where", 0, 300), ("is", 300, 500), ("it", 500, 900))
TRAINEE = turn("trainee", ("i'm", 1_200, 1_400), ("sorry", 1_400, 1_800))


def test_turns_become_lines_and_replies() -> None:
    """Both speakers' words and times stand in the timeline, blank lines do not."""
    timeline = read_transcript([CUSTOMER + "\n", "\n", TRAINEE + "\n"], "talk.jsonl")

    assert timeline.duration_ms == 1_800
    assert [line.text for line in timeline.lines] == ["where is it"]
    assert timeline.replies[0].words == (Word("i'm", 1_200, 1_400), Word("sorry", 1_400, 1_800))
    assert timeline.replies[0].speech == (Span(1_200, 1_800),)
    assert timeline.listening.recogniser == ""


def test_order_of_turns_is_that_of_time() -> None:
    """A transcript written one speaker after the other reads the same."""
    assert read_transcript([TRAINEE, CUSTOMER], "a") == read_transcript([CUSTOMER, TRAINEE], "b")


def test_pauses_part_speech() -> None:
    """A gap of 250 ms between words is a pause, a shorter one is not."""
    spoken = turn("trainee", ("well", 0, 200), ("i", 449, 500), ("see", 750, 900))

    (reply,) = read_transcript([spoken], "talk.jsonl").replies

    assert reply.speech == (Span(0, 500), Span(750, 900))


def test_speaking_over_the_customer_is_found() -> None:
    """Cutting in and listening aloud are told apart."""
    line = turn("customer", *((f"word{at}", at * 500, at * 500 + 480) for at in range(20)))
    hm = turn("trainee", ("right", 2_000, 2_300))
    cut = turn("trainee", ("but", 5_000, 5_200), ("your", 5_300, 5_500), ("name", 5_500, 6_000))

    overlaps = read_transcript([line, hm, cut], "talk.jsonl", OverlapRules()).overlaps

    assert [(one.overlap_kind, one.start_ms) for one in overlaps] == [
        (OverlapKind.BACKCHANNEL, 2_000),
        (OverlapKind.INTERRUPTION, 5_000),
    ]


def test_dead_air_is_kept() -> None:
    """More than three seconds in which nobody spoke stand in the timeline."""
    late = turn("trainee", ("hello", 4_000, 4_500))

    assert read_transcript([CUSTOMER, late], "talk.jsonl").silences == (Silence(900, 4_000),)
    assert read_transcript([CUSTOMER, TRAINEE], "talk.jsonl").silences == ()


def test_a_turn_without_words_is_speech() -> None:
    """What was not understood was still said."""
    mumble = '{"speaker": "trainee", "start_ms": 0, "end_ms": 900, "words": []}'

    (reply,) = read_transcript([mumble], "talk.jsonl").replies

    assert (reply.text, reply.speech) == ("", (Span(0, 900),))


def test_confidence_is_kept() -> None:
    """A word's confidence is read; a word without one is certain."""
    line = (
        '\ufeff{"speaker": "trainee", "start_ms": 0, "end_ms": 9, "words": '
        '[{"text": "a", "start_ms": 0, "end_ms": 9, "confidence": 0.5}]}'
    )

    assert read_transcript([line], "talk.jsonl").replies[0].words[0].confidence == 0.5


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("hello", "this is no JSON object. Write one object a line"),
        ("[1]", "“turn” is [1]. Write each turn such as"),
        ('{"speaker": "trainee"}', "“start_ms” is missing. Write each turn such as"),
        (TRAINEE.replace("trainee", "agent"), '“speaker” is "agent". Write “customer” or'),
        (TRAINEE.replace("1800", '"late"'), '“end_ms” is "late". Write whole milliseconds'),
        (TRAINEE.replace("1800", "-5"), "“end_ms” is -5. Write whole milliseconds"),
        (TRAINEE.replace('"text": "sorry"', '"text": ""'), '“words.1.text” is "". Write the word'),
        (turn("trainee", ("a", 900, 100)), "“words.0”: it ends at 100 before it starts at 900"),
        (
            '{"speaker": "trainee", "start_ms": 9, "end_ms": 0, "words": []}',
            "it ends at 0 before it starts at 9. Put the earlier time first.",
        ),
        (
            (
                '{"speaker": "trainee", "start_ms": 0, "end_ms": 9, "words": '
                '[{"text": "a", "start_ms": 0, "end_ms": 9, "confidence": 3}]}'
            ),
            "“words.0.confidence” is 3. Write a number from 0 to 1.",
        ),
    ],
)
def test_a_mistake_names_its_line_and_mend(wrong: str, said: str) -> None:
    """File, line, what is wrong and what to write stand in one line."""
    assert problem_of([CUSTOMER, "", wrong]).startswith(f"talk.jsonl, line 3: {said}")


def test_an_empty_transcript_is_no_conversation() -> None:
    """There is nothing to rate."""
    assert problem_of(["", "\n"]).startswith("talk.jsonl holds no turn.")


HEARD = Timeline(
    9_000,
    (
        LineSpoken(0, 900, "line", (Word("where", 0, 900),), "Where?"),
        Reply(1_200, 1_800, (Word("i'm", 1_200, 1_400, 0.4), Word("sorry", 1_400, 1_800, 0.9))),
        Reply(4_000, 5_000, (), (Span(4_000, 5_000),)),
    ),
)


def corrected_words(text: str, start_ms: int = 1_200) -> tuple[Word, ...]:
    """Return a reply's words after its text was corrected, by what `export` had written."""
    turns = [json.loads(line) for line in transcript_lines(HEARD)]
    lines = [
        json.dumps({**turn, "text": text} if turn["start_ms"] == start_ms else turn)
        for turn in turns
    ]
    replies = corrected(HEARD, lines, "talk.jsonl").replies
    return next(reply.words for reply in replies if reply.start_ms == start_ms)


def test_a_transcript_that_was_not_touched_changes_nothing() -> None:
    """What `export` writes reads back as it was."""
    assert corrected(HEARD, transcript_lines(HEARD), "talk.jsonl") == HEARD


def test_words_that_stay_keep_their_times() -> None:
    """The others share the time of those that they replace."""
    assert corrected_words("i am sorry") == (
        Word("i", 1_200, 1_300),
        Word("am", 1_300, 1_400),
        Word("sorry", 1_400, 1_800, 0.9),
    )


def test_words_that_were_missed_find_room() -> None:
    """Between two others, at either end, or in a reply that was not understood at all."""
    assert corrected_words("i'm so sorry")[1] == Word("so", 1_400, 1_400)
    assert corrected_words("well i'm sorry")[0] == Word("well", 1_200, 1_200)
    assert corrected_words("i'm sorry sir")[2] == Word("sir", 1_800, 1_800)
    assert corrected_words("no problem", 4_000) == (
        Word("no", 4_000, 4_500),
        Word("problem", 4_500, 5_000),
    )


def test_words_that_were_never_said_go() -> None:
    """A noise that was taken for a word."""
    assert corrected_words("sorry") == (Word("sorry", 1_400, 1_800, 0.9),)


def test_words_may_be_corrected_themselves() -> None:
    """Without a text the words count; what the customer said is not changed."""
    lines = [turn("trainee", ("i", 1_200, 1_500)), turn("customer", ("what", 0, 900))]
    changed = corrected(HEARD, lines, "talk.jsonl")

    assert changed.replies[0].words == (Word("i", 1_200, 1_500),)
    assert changed.lines == HEARD.lines
    assert changed.replies[1] == HEARD.replies[1]


def test_a_transcript_of_something_else_is_refused() -> None:
    """With the turn that does not belong here, and how to get one that does."""
    with pytest.raises(TranscriptProblem, match="no reply of this rehearsal begins at 7000 ms"):
        corrected(HEARD, [turn("trainee", ("hello", 7_000, 7_500))], "talk.jsonl")
