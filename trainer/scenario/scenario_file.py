"""A scenario file read, with every mistake in it: of its parts, and of the whole."""

from collections.abc import Iterator
from typing import TypeAlias

from trainer.scenario.deciding import never_accepted
from trainer.scenario.kinds import Need, StopsFor
from trainer.scenario.reading import FileProblem, Place, read_model
from trainer.scenario.scenario import ALWAYS_SAID, Fact, Scenario

__all__ = ["ScenarioProblem", "read_scenario"]

Mistake: TypeAlias = tuple[Place, str]


class ScenarioProblem(FileProblem):
    """A scenario file has mistakes; `mistakes` holds each as one line with its mend."""


def read_scenario(text: str, name: str) -> Scenario:
    """Read a scenario from the text of its file; `name` is what mistakes are reported under.

    Raises:
        ScenarioProblem: With every mistake: what is wrong, in which line, how to mend it.
    """
    return read_model(Scenario, text, name, ScenarioProblem, _mistakes)


def _mistakes(scenario: Scenario) -> Iterator[Mistake]:
    yield from _about_person(scenario)
    for name, fact in scenario.facts.items():
        for key, what in _about_fact(fact):
            yield ("facts", name, key), what
    yield from _about_needs(scenario)
    yield from _about_insults(scenario)
    if not scenario.lines.accepted and not never_accepted(scenario):
        yield ("lines",), "they can't say that they take the offer: write accepted under lines"


def _about_person(scenario: Scenario) -> Iterator[Mistake]:
    pieces = len(scenario.lines.vent)
    if scenario.customer.vents_first > pieces:
        place = ("customer", "vents_first")
        yield place, f"the vent has {pieces} pieces: write {pieces} or less, or more pieces"


def _about_fact(fact: Fact) -> Iterator[tuple[str, str]]:
    if bool(fact.asked_as) != bool(fact.answer):
        yield "asked_as", "asked_as and answer only work together: write both"
    if bool(fact.wrong_as) != bool(fact.corrected):
        yield "wrong_as", "wrong_as and corrected only work together: write both"
    if fact.needed != bool(fact.unasked):
        yield "needed", "needed and unasked only work together: write both"
    if (fact.needed or fact.sensitive) and not fact.answer:
        key = "needed" if fact.needed else "sensitive"
        yield key, f"{key} wants a question and its answer: write asked_as and answer"


def _about_needs(scenario: Scenario) -> Iterator[Mistake]:
    for at, need in enumerate(scenario.needs):
        if need not in ALWAYS_SAID and need not in scenario.lines.still_missing:
            what = f"they can't say that they miss it: write {need} under lines.still_missing"
            yield ("needs", at), what
    for need in scenario.lines.still_missing:
        if need not in scenario.needs:
            what = f"it is never said: write {need} under needs, or delete it"
            yield ("lines", "still_missing", need.value), what
    if Need.EXPLANATION in scenario.needs and scenario.solution.explanation is None:
        place = ("needs", scenario.needs.index(Need.EXPLANATION))
        yield place, "nobody can know what went wrong: write solution.explanation"
    if Need.TIME in scenario.needs and Need.SOLUTION not in scenario.needs:
        place = ("needs", scenario.needs.index(Need.TIME))
        yield place, "a time belongs to a solution: write solution under needs, too"


def _about_insults(scenario: Scenario) -> Iterator[Mistake]:
    insults = scenario.insults
    if insults is None or insults.stop_for is StopsFor.CALM or scenario.lines.boundary_set:
        return
    what = "a boundary is wanted and has no answer: write lines.boundary_set"
    yield ("insults", "stop_for"), what
