import pytest

from trainer.conversation.end_pointing import (
    EndCues,
    EndPointing,
    Pace,
    TurnWords,
    silence_needed,
)

RULES = EndPointing()
KNOWN = TurnWords(
    keeping=frozenset({"and", "because", "um", "that"}),
    keeping_ends=("let me",),
    openers=frozenset({"when", "if"}),
    giving_ends=("suit you", "i do that"),
)
LONG = "i am sending the second payment back to you today sir"


def needed(
    words: str, fall: float | None = None, stable_ms: int = 400, clause: str | None = None
) -> int:
    """Return the silence after these words."""
    cues = EndCues(words, words if clause is None else clause, stable_ms, fall)
    return silence_needed(cues, KNOWN, RULES)


@pytest.mark.parametrize(
    ("words", "fall", "expected"),
    [
        ("i can send it today and", 4.0, RULES.kept_ms),
        ("i can send it today um", None, RULES.kept_ms),
        ("all right let me", None, RULES.kept_ms),
        ("does that suit you", 0.0, RULES.given_ms),
        ("shall i do that", None, RULES.given_ms),
        (LONG, None, RULES.final_ms),
        (LONG, -2.0, RULES.plain_ms),
        ("we will send it on monday", 7.0, RULES.final_ms),
        ("we will send it on monday", 1.0, RULES.plain_ms),
        ("when you called us last week", 9.0, RULES.open_ms),
        ("sorry", 3.0, RULES.short_ms),
        ("", None, RULES.short_ms),
    ],
)
def test_the_silence_that_ends_a_reply_depends_on_its_end(
    words: str, fall: float | None, expected: int
) -> None:
    """Words that keep the turn wait longest, words that give it shortest; then length and pitch."""
    assert needed(words, fall) == expected


def test_an_opening_clause_is_looked_for_after_the_last_pause() -> None:
    """``… when you called`` waits for more only if a pause came before ``when``."""
    assert needed(f"{LONG} when you called", clause="when you called") == RULES.open_ms
    assert needed(f"{LONG} when you called") == RULES.final_ms
    assert needed(f"i see when {LONG}", clause=f"when {LONG}") == RULES.final_ms


def test_words_that_have_just_changed_wait_a_little_longer() -> None:
    """While the recogniser changes its mind there is more to hear."""
    assert needed("does that suit you", stable_ms=100) == RULES.given_ms + RULES.unstable_ms


def test_the_pace_stretches_every_silence_but_never_below_the_least() -> None:
    """Patient waits longer, quick less."""
    cues = EndCues("does that suit you", "", 400, None)
    by_pace = [silence_needed(cues, KNOWN, RULES, pace) for pace in Pace]

    assert by_pace == [800, 500, 400, 500]
    assert silence_needed(cues, KNOWN, EndPointing(given_ms=100), Pace.QUICK) == RULES.least_ms
