import pytest

from trainer import resources
from trainer.rehearsal.bench import Bench, first_lines, when_said
from trainer.rehearsal.library import Library
from trainer.scenario.scenario import Scenario
from trainer.scenario.scenario_file import read_scenario
from trainer.scenario.situation import Situation

S = Situation


@pytest.fixture(scope="module")
def library() -> Library:
    """Return the bundled library, read once."""
    return Library()


@pytest.fixture(scope="module")
def cake() -> Scenario:
    """Return the template's scenario."""
    return read_scenario(resources.asset("new-scenario.yaml").read_text("utf-8"), "cake")


def test_a_reply_shows_what_is_heard_and_how_it_moves_them(
    library: Library, cake: Scenario
) -> None:
    """Techniques, each move with its reason, the next line and what it answers."""
    bench = Bench(cake, library.rules, library.detector(cake))
    opening = bench.exchanges[0]
    assert (opening.situation, opening.pressure) == ("opening", cake.opening_pressure)
    assert opening.line

    told = bench.say("I can see how upsetting that must have been for you and your daughter.")

    assert told.techniques
    assert told.moves
    assert all(move.why for move in told.moves)
    assert told.pressure == opening.pressure + sum(move.change for move in told.moves)
    assert told.line
    assert told.situation


def test_a_reply_is_taken_back_and_said_again(library: Library, cake: Scenario) -> None:
    """The same reply at the same point gets the same answer; the beginning stays."""
    bench = Bench(cake, library.rules, library.detector(cake))
    first = bench.say("You should have looked into the box.")
    bench.take_back()
    bench.take_back()

    assert len(bench.exchanges) == 1
    again = bench.say("You should have looked into the box.")
    assert (again.line, again.pressure) == (first.line, first.pressure)


def test_saying_nothing_is_a_silence(library: Library, cake: Scenario) -> None:
    """An empty reply counts as one."""
    bench = Bench(cake, library.rules, library.detector(cake))

    assert bench.say(" ").situation == bench.exchanges[-1].situation == "silence"


def test_a_try_begins_at_any_line_and_pressure(library: Library, cake: Scenario) -> None:
    """Every line that can be answered is said first when it is asked for."""
    ear = library.detector(cake)
    for situation in first_lines(cake):
        bench = Bench(cake, library.rules, ear, pressure=33, first=situation)
        begun = bench.exchanges[0]
        assert begun.pressure == 33
        assert begun.line, situation
        assert begun.line_id.startswith(f"{situation}.") or begun.line_id.startswith("lines.")
        bench.say("All right.")


def test_a_calm_customer_takes_the_offer(library: Library, cake: Scenario) -> None:
    """Who was offered the right thing in time and is not angry settles, and the bench ends."""
    bench = Bench(cake, library.rules, library.detector(cake), pressure=0, first=S.OFFERED_RIGHT)
    remedy = next(iter(cake.solution.remedies.values())).said_as[0]
    for reply in (
        "Yes, I am certain.",
        "I am so sorry, that must have been awful on her birthday, I understand how you feel.",
        f"We can do {remedy} for you by two o'clock today. Does that suit you?",
        "Yes, you have my word.",
        "Yes, of course.",
    ):
        if not bench.over:
            bench.say(reply)

    assert bench.over
    outcome = bench.exchanges[-1].outcome
    assert outcome is not None
    assert outcome.good


def test_the_format_says_when_a_line_is_said() -> None:
    """Lines that stand elsewhere are not described there."""
    assert when_said("opening") == "The first line."
    assert when_said("corrected") == ""
