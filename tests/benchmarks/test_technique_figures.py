from collections.abc import Sequence

import pytest

from benchmarks.technique_figures import DEVELOPMENT, Labelled, f1_by_id, rates, read_corpus
from trainer.techniques.technique import TechniqueId

REPLIES = [
    Labelled(("sorry",), frozenset({"apologise"}), "plain"),
    Labelled(("sorry", "what"), frozenset(), "trap"),
    Labelled(("calm", "down"), frozenset({"dismiss"}), "plain"),
    Labelled(("room", "two"), frozenset(), "neutral"),
]


def hear(words: Sequence[str]) -> frozenset[str]:
    """Hear an apology in every sorry, and blame in every room."""
    return frozenset({"apologise"} if "sorry" in words else {"blame"} if "room" in words else ())


def test_f1_counts_both_kinds_of_mistake() -> None:
    """One of two right is an F1 of two thirds; never heard is nought; absent ids have none."""
    scores = f1_by_id(REPLIES, hear)

    assert scores == {"apologise": pytest.approx(2 / 3), "dismiss": 0, "blame": 0}


def test_rates() -> None:
    """Traps want exactly the right answer, neutral replies none, and accusations a reason."""
    assert rates(REPLIES, hear) == {
        "trap_accuracy": 0,
        "neutral_false": 1,
        "inflaming_precision": 0,
    }


def test_the_development_part_labels_every_technique() -> None:
    """Every technique has enough replies to learn from, and only known ids are used."""
    labels = [label for one in read_corpus(DEVELOPMENT) for label in one.labels]

    assert set(labels) == set(map(str, TechniqueId))
    assert all(labels.count(technique) >= 50 for technique in TechniqueId)
