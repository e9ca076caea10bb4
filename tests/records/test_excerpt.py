"""Which moments of a long talk are printed."""

from dataclasses import replace
from typing import Any

from tests.support.examples import example_rating, example_timeline
from trainer.records.excerpt import excerpt, left_out, room
from trainer.records.talk import Aside, Row, Turn, rows_of

ADVICE = example_rating().scorecard.advice
ROWS = rows_of("Marcus", example_timeline(), example_rating().techniques)


def turns(rows: tuple[Row, ...], chosen: frozenset[int]) -> list[str]:
    """Return when the chosen turns of the trainee's began."""
    picked = (rows[number] for number in sorted(chosen))
    return [row.at for row in picked if isinstance(row, Turn) and row.speaker == "you"]


def test_what_fits_is_printed_whole() -> None:
    """Nothing is left out while there is room."""
    chosen = excerpt(ROWS, ADVICE, lines=100)

    assert chosen == frozenset(range(len(ROWS)))
    assert set(left_out(ROWS, chosen)) == {0}


def test_advised_moments_come_first() -> None:
    """With little room, what the advice is about stays, line and steps with it."""
    advised = (replace(ADVICE[0], start_ms=91_000, end_ms=102_600),)

    chosen = excerpt(ROWS, advised, lines=10)

    assert turns(ROWS, chosen) == ["1:31"]
    assert any(isinstance(ROWS[number], Aside) for number in chosen)


def test_turns_that_are_left_out_are_counted_where_they_were() -> None:
    """Every turn is either printed or counted."""
    chosen = excerpt(ROWS, ADVICE, lines=16)
    skipped = left_out(ROWS, chosen)

    printed = sum(isinstance(ROWS[number], Turn) for number in chosen)
    assert 0 < printed < 11
    assert printed + sum(skipped) == 11
    assert all(skipped[number] == 0 for number in range(len(ROWS)) if number not in chosen)


def test_an_interruption_beats_calm_talk() -> None:
    """Without advice, beginning and end come first, then where the trainee cut in."""
    again = tuple(replace(row, start_ms=row.start_ms + 200_000) for row in ROWS[:-1])
    rows = (*ROWS[5:-1], *again, *ROWS[-1:])

    chosen = excerpt(rows, (), lines=26)

    assert "3:41" in turns(rows, chosen)


def test_nothing_said_is_nothing_printed() -> None:
    """An empty talk needs no room."""
    assert excerpt((), (), lines=0) == frozenset()
    assert left_out((), frozenset()) == (0,)


def test_room_shrinks_with_what_else_is_said() -> None:
    """Longer advice, calls, reasons and own words each leave less for the talk."""
    advice = {"why": "You cut in.", "said": "but", "better": "Mm-hm."}
    report = {
        "ending": None,
        "advice": [advice],
        "bands": (1,),
        "pace": (),
        "not_rated": [],
        "reflection": [("What caused it?", "")],
        "otherwise": [],
    }
    fuller = (
        {"ending": {"why": "They left. " * 20, "got": ""}},
        {"advice": [advice | {"why": "You cut in. " * 20}]},
        {"bands": (1, 2, 3)},
        {"pace": (1,) * 20},
        {"not_rated": [("Voice", "Not heard. " * 20)]},
        {"reflection": [("What caused it?", "A hurry. " * 20)]},
        {"otherwise": [("0:51", "I did ask. " * 20)]},
    )

    assert all(0 < room(report | more) < room(report) for more in fuller)


def test_a_picture_that_does_not_fit_begins_the_next_page() -> None:
    """What is left empty above it is no room either."""
    long = {"why": "You cut in. " * 80, "said": "", "better": ""}
    report: dict[str, Any] = {
        "ending": None,
        "pace": (),
        "not_rated": [],
        "reflection": [],
        "otherwise": [],
        "bands": (1, 2),
    }

    beside = room(report | {"advice": [long]}) - room(report | {"advice": []})

    assert beside < -(6 + len(long["why"]) / 34)
