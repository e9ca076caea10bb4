"""The customer's benchmark: what it counts, on a few conversations."""

import sys
from types import ModuleType

import pytest

from benchmarks import customer
from tests.support.scenarios import BUNDLED


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """One seed a scenario is enough to see what is counted."""
    monkeypatch.setattr(customer, "CONVERSATIONS", len(BUNDLED))
    monkeypatch.setattr(customer, "ABLATED", 1)


def test_tells_how_trainees_end() -> None:
    """A share for each trainee, and counts of what must not happen."""
    figures, about = customer.measure(3)

    assert figures["scenarios"] == len(BUNDLED)
    assert figures["good_ending_expert"] == 1
    assert figures["good_ending_arguer"] == 0
    assert figures["good_ending_lacking_one"] == 0
    assert figures["dead_ends"] == figures["unfit_lines"] == figures["unexplained_moves"] == 0
    assert about["endings"]


def test_the_voices_figures_stand_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the module that measures delivery is there, its figures are merged."""
    delivery = ModuleType("delivery")
    vars(delivery)["measure_delivery"] = lambda seed: {"f0_range_semitones": seed + 0.5}
    monkeypatch.setitem(sys.modules, "delivery_for_tests", delivery)
    monkeypatch.setattr(customer, "DELIVERY", "delivery_for_tests")
    monkeypatch.setattr(customer, "find_spec", lambda _name: object())

    assert customer.measure(3)[0]["f0_range_semitones"] == 3.5
