"""Which wording comes next."""

from dataclasses import replace
from itertools import pairwise

from tests.support.scenarios import small
from trainer.conversation.lines import Line, Phrase
from trainer.customer.answer import Answer
from trainer.customer.choice import line_for, restarted
from trainer.customer.state import CustomerState, Cut
from trainer.scenario.scenario import Situation

STATE = CustomerState(pressure=60)
LONG = Line("vent.2", (Phrase("one two three", 700), Phrase("four five"), Phrase("six")), "d", 60)
CUT_IN = Line("interrupted.1", (Phrase("let me finish"),), "d", 70)


def test_never_chooses_the_wording_said_last() -> None:
    """Whatever the seed, the wording said last waits, and every wording comes in its turn."""
    scenario = small(lines={"silence": ["a", "b", "c"]})
    for seed in range(50):
        state, heard = STATE, []
        for _ in range(6):
            line = line_for(scenario, state, Answer(Situation.SILENCE), seed)
            assert line is not None
            heard.append(line.text)
            state = replace(state, said=(*state.said, line.id), turn=state.turn + 1)

        assert all(one != after for one, after in pairwise(heard))
        assert sorted(heard) == ["a", "a", "b", "b", "c", "c"]


def test_a_single_wording_is_not_said_twice_alike() -> None:
    """With one wording only, the customer says that they have said so."""
    state = replace(STATE, said=("silence.1",))
    line = line_for(small(), state, Answer(Situation.SILENCE), 0)

    assert line is not None
    assert line.text == "I've said it before. this is silence"


def test_the_same_seed_chooses_the_same() -> None:
    """Chance comes from the seed and the turn, so that a rehearsal can be repeated."""
    scenario = small(lines={"silence": [str(number) for number in range(20)]})
    chosen = [line_for(scenario, STATE, Answer(Situation.SILENCE), seed) for seed in (1, 1, 2, 3)]

    assert chosen[0] == chosen[1]
    assert len({line.text for line in chosen if line}) > 1


def test_a_situation_without_a_line_is_stood_in_for() -> None:
    """Optional situations fall back on others; those in which silence is natural on nothing."""
    line = line_for(small(), STATE, Answer(Situation.DISMISSED), 0)

    assert line is not None
    assert line.id == "inflamed.1"
    assert line_for(small(), STATE, Answer(Situation.OUT_OF_TIME), 0) is None


def test_the_vent_goes_on_piece_by_piece() -> None:
    """Each piece follows the one before, until all was let off."""
    vent = Answer(Situation.VENT)
    pieces = [line_for(small(), replace(STATE, vented=count), vent, 0) for count in range(2)]

    assert [piece.id[:6] for piece in pieces if piece] == ["vent.1", "vent.2"]


def test_a_line_is_delivered_by_the_scenario_voice_at_its_pressure() -> None:
    """The voice and the pressure travel with the line."""
    asked = Answer(Situation.ASKED_CLOSED, fact="number")
    line = line_for(small(), STATE, asked, 0)

    assert line == Line("facts.number.1", (Phrase("It is seven"),), "dana", 60)


def test_what_was_cut_is_taken_up_from_its_breath() -> None:
    """The customer goes back to the start of the breath in which they were cut."""
    taken_up = restarted(CUT_IN, Cut(LONG, unheard=2))

    assert taken_up.text == "let me finish four five six"
    assert taken_up.id == "interrupted.1+vent.2"
    assert taken_up.pressure == 70
    assert restarted(CUT_IN, Cut(LONG, unheard=1)).text == "let me finish six"
    assert restarted(CUT_IN, Cut(LONG, unheard=4)).text == f"let me finish {LONG.text}"


def test_nothing_is_taken_up_when_all_was_heard() -> None:
    """Without a cut, or with every word heard, the line stands alone."""
    assert restarted(CUT_IN, None) == CUT_IN
    assert restarted(CUT_IN, Cut(LONG, unheard=0)) == CUT_IN


def test_a_line_taken_up_twice_keeps_a_short_id() -> None:
    """The id names the answer and the line that was first cut."""
    again = Line("interrupted.1+vent.2", LONG.phrases, "d", 60)

    assert restarted(CUT_IN, Cut(again, unheard=1)).id == "interrupted.1+vent.2"
