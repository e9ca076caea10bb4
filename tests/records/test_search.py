"""Finding rehearsals among many, sorting them by tags, and binning several, on both databases."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.support.examples import example_rating, example_timeline
from tests.support.rehearsals import finished, later
from trainer.rating.next_up import Tried
from trainer.rating.scorecard import Marks
from trainer.records.database import Records
from trainer.records.store import Order, RehearsalId, Search

TITLES = ("Cold food", "Double charge", "The 100% refund")


@pytest.fixture
def kept(records: Records) -> Sequence[RehearsalId]:
    """Keep three rehearsals of Ada's, oldest first, the second not rated, and one of Ben's."""
    records.save(finished(profile="Ben"))
    return [
        records.save(
            replace(
                finished(minutes=number, rated=number != 1),
                scenario_title=title,
                timeline=replace(example_timeline(), duration_ms=60_000 - number),
            )
        )
        for number, title in enumerate(TITLES)
    ]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        (Search(), [2, 1, 0]),
        (Search(falling=False), [0, 1, 2]),
        (Search(order=Order.SCENARIO, falling=False), [0, 1, 2]),
        (Search(order=Order.LENGTH), [0, 1, 2]),
        (Search(order=Order.MARK), [2, 0, 1]),
        (Search(order=Order.MARK, falling=False), [2, 0, 1]),
        (Search("COLD"), [0]),
        (Search("marcus off food"), [0]),
        (Search("100%"), [2]),
        (Search("0_"), []),
        (Search("nobody"), []),
    ],
)
def test_a_search_finds_one_profile_s_in_its_order(
    records: Records, kept: Sequence[RehearsalId], search: Search, found: list[int]
) -> None:
    """Every word has to be there; what has no mark comes last; ties are newest first."""
    assert list(records.found("Ada", search)) == [kept[number] for number in found]


def test_tags_are_given_found_and_taken(records: Records, kept: Sequence[RehearsalId]) -> None:
    """A tag is given once however often it is asked for, and others' are not seen."""
    records.tag(kept[:2], "rent")
    records.tag(kept, "rent")
    records.tag(kept[:1], "again")
    records.untag(kept[1:2], "rent")

    assert [one.tags for one in records.summaries(kept)] == [("again", "rent"), (), ("rent",)]
    assert records.tags("Ada") == ("again", "rent")
    assert records.tags("Ben") == ()
    assert records.found("Ada", Search(tag="rent")) == (kept[2], kept[0])
    assert records.found("Ada", Search("gai")) == (kept[0],)
    assert records.rehearsals("Ada")[2].tags == ("again", "rent")


def test_a_tag_for_what_is_gone_is_let_go(records: Records, kept: Sequence[RehearsalId]) -> None:
    """Another window may have deleted it for good."""
    records.purge(kept[0])

    records.tag(kept, "rent")

    assert records.found("Ada", Search(tag="rent")) == (kept[2], kept[1])
    assert [one.id for one in records.summaries(kept)] == kept[1:]


def test_purging_takes_the_tags_too(records: Records, kept: Sequence[RehearsalId]) -> None:
    """No tag is offered that nothing bears."""
    records.tag(kept[:1], "rent")

    records.purge(kept[0])

    assert records.tags("Ada") == ()


def test_several_are_binned_and_taken_out_together(
    records: Records, kept: Sequence[RehearsalId]
) -> None:
    """They are found no more, nor are their tags, until they are restored."""
    records.tag(kept[:1], "rent")

    records.trash_all(kept[:2], later(9))
    assert records.found("Ada", Search()) == (kept[2],)
    assert records.tags("Ada") == ()

    records.restore_all(kept[:2])
    assert len(records.found("Ada", Search())) == 3


def test_a_thousand_are_binned_at_once(records: Records, kept: Sequence[RehearsalId]) -> None:
    """More ids than go into one statement."""
    records.trash_all([*map(RehearsalId, range(5_000, 6_200)), *kept], later(9))

    assert records.found("Ada", Search()) == ()


def test_what_was_tried_is_told_with_its_marks(
    records: Records, kept: Sequence[RehearsalId]
) -> None:
    """The newest first, without the bin's."""
    records.trash(kept[2], later(9))

    assert records.tried("Ada") == (
        Tried("double-charge", None, Marks()),
        Tried("double-charge", 78, Marks(58, 88, 84, 76, 95)),
    )


def test_a_list_may_be_cut_short(records: Records, kept: Sequence[RehearsalId]) -> None:
    """The newest stay."""
    assert [one.id for one in records.rehearsals("Ada", limit=2)] == [kept[2], kept[1]]


def test_a_first_look_is_kept(records: Records, kept: Sequence[RehearsalId]) -> None:
    """Later looks change nothing."""
    records.review(kept[0], later(5))
    records.review(kept[0], later(6))

    seen, unseen, _ = records.summaries(kept)
    assert (seen.reviewed_at, unseen.reviewed_at) == (later(5), None)


def test_figures_of_progress_follow_the_newest_rating(records: Records) -> None:
    """How often the trainee cut in, their pace, and their pace under pressure."""
    rating = example_rating()
    card = rating.scorecard
    silent = replace(rating, scorecard=replace(card, not_rated={"interruptions": "Typed."}))
    counted = records.save(finished())
    uncounted = records.save(replace(finished(minutes=1), rating=silent))

    one, other = records.summaries([counted, uncounted])

    cut_in = sum(finding.rule == "interruption" for finding in card.findings)
    assert cut_in > 0
    assert (one.interruptions, one.words_per_minute) == (cut_in, 149.0)
    assert one.under_pressure_wpm == rating.pacing.under_pressure_wpm
    assert other.interruptions is None
