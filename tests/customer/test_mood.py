"""How the pressure moves, and that every move says why."""

from itertools import pairwise

import pytest

from tests.support.replies import backchannel, interruption, monologue, replied
from tests.support.scenarios import rules, small
from trainer.conversation.timeline import MoodMove, Overlap, OverlapKind
from trainer.customer.customer import Customer
from trainer.customer.happenings import Happening, SpokenOver, Stayed
from trainer.customer.rules import Rules

ACKNOWLEDGED = replied("that is humiliating", "acknowledge_feelings")


def moves(*happenings: Happening, **changes: object) -> tuple[MoodMove, ...]:
    """Return what the last of the happenings does to the small scenario's customer."""
    customer = Customer(small(**changes), rules())
    state, reaction = customer.opening()
    for happening in happenings:
        state, reaction = customer.react(state, happening)
    return reaction.moves


def move(rule: str, *happenings: Happening, **changes: object) -> MoodMove:
    """Return the move that a rule gave."""
    return next(move for move in moves(*happenings, **changes) if move.rule == rule)


def test_a_move_says_when_how_far_and_why() -> None:
    """A technique moves the pressure at its words, by its rule, with its reason."""
    expected = MoodMove(
        start_ms=1000,
        end_ms=1300,
        pressure=50,
        change=-10,
        why="names the feeling",
        rule="acknowledge_feelings",
        trust=42,
    )

    assert move("acknowledge_feelings", replied("sad", "acknowledge_feelings", at_ms=1000)) == (
        expected
    )


def test_an_offer_before_they_were_heard_bounces() -> None:
    """The same offer inflames before the acknowledgement and calms after it."""
    offer = replied("a new lamp", "offer_solution")
    early, due = move("offer_solution", offer), move("offer_solution", ACKNOWLEDGED, offer)

    assert (early.change, early.why) == (4, "an offer before they were heard")
    assert (due.change, due.why) == (-5, "offers something to be done")


def test_a_second_apology_is_worth_half_and_a_third_grates() -> None:
    """Repeats decay, and at last turn round."""
    sorry = replied("sorry", "apologise")
    worth = [move("apologise", *[sorry] * times).change for times in (1, 2, 3)]

    assert worth == [-7, -4, 3]
    assert "changes nothing" in move("apologise", sorry, sorry, sorry).why


def test_several_calming_things_in_one_reply_are_worth_less_each() -> None:
    """A list of kind words does not add up."""
    both = moves(replied("so sad and sorry", "apologise", "acknowledge_feelings"))

    changes = {move.rule: move.change for move in both}
    assert (changes["apologise"], changes["acknowledge_feelings"]) == (-4, -10)


def test_strength_scales() -> None:
    """A weak hit moves less than a strong one."""
    weak = replied("sad", "acknowledge_feelings")
    (strong,) = weak.techniques
    weak = type(weak)(weak.reply, (type(strong)(strong.id, 0, 1, "", 0.0, ""),))

    assert move("acknowledge_feelings", weak).change == -5


def test_calm_down_raises() -> None:
    """Telling people how to feel inflames, the second time as much as the first."""
    calm_down = replied("calm down", "dismiss")

    assert move("dismiss", calm_down).change == 8
    assert move("dismiss", calm_down, calm_down).change == 8


@pytest.mark.parametrize(
    ("changes", "change"),
    [
        ({"difficulty": "easy"}, 7),
        ({"difficulty": "hard"}, 9),
        (
            {"customer": {"name": "Kim", "age": 40, "who": "Somebody", "temperament": "quick"}},
            10,
        ),
    ],
)
def test_temperament_and_difficulty_scale(changes: dict[str, object], change: int) -> None:
    """The same words move different people differently."""
    assert move("dismiss", replied("calm down", "dismiss"), **changes).change == change


def test_cutting_in_raises_at_once_and_says_where() -> None:
    """The reason names the words at which they were cut and how many went unheard."""
    lines = {"opening": "My rent bounced, for the third time. And now this"}
    found = move("interruption", interruption("time", 3, at_ms=900), lines=lines)

    assert (found.change, found.start_ms, found.end_ms) == (8, 900, 1500)
    assert found.why == 'you cut in at "the third time"; 3 words unheard'


@pytest.mark.parametrize(
    ("cut_at", "unheard", "why"),
    [
        ("And", 3, 'you cut in at "third time And"; 3 words unheard'),
        ("elsewhere", 3, 'you cut in at "elsewhere"; 3 words unheard'),
        ("My", 9, 'you cut in at "My"; 9 words unheard'),
        ("this", 1, 'you cut in at "And now this"'),
        ("", 0, "you cut in"),
    ],
)
def test_the_place_of_the_cut_survives_odd_counts(cut_at: str, unheard: int, why: str) -> None:
    """A word that is not where the count says is quoted alone."""
    lines = {"opening": "My rent bounced, for the third time. And now this"}

    found = move("interruption", interruption(cut_at, unheard), lines=lines)
    assert found.why == why


def test_kind_words_after_cutting_in_are_half_heard() -> None:
    """An acknowledgement that began by cutting them off earns little and brings nothing."""
    cut = replied("so sad", "acknowledge_feelings", cut_in=True)

    assert move("acknowledge_feelings", interruption(), cut).change == -3
    assert move("offer_solution", cut, replied("a new lamp", "offer_solution")).change == 4


def test_listening_along_calms_while_they_vent() -> None:
    """Mm-hm over the vent is listening; over any other line it is nothing."""
    assert move("listened_along", backchannel()).change == -2
    assert moves(ACKNOWLEDGED, backchannel()) == ()


@pytest.mark.parametrize("kind", [OverlapKind.END_OVERLAP, OverlapKind.TALKED_OVER])
def test_other_overlaps_do_nothing(kind: OverlapKind) -> None:
    """Speaking as they end, or being talked over, is no fault."""
    assert moves(SpokenOver(Overlap(0, 300, kind))) == ()


def test_letting_them_finish_calms() -> None:
    """A reply that waited for the end of the vent earns a little; a rude one does not."""
    assert move("let_finish", replied("mm hm", "backchannel")).change == -2
    assert [move.rule for move in moves(replied("calm down", "dismiss"))] == ["dismiss"]


def test_facts_given_back_calm_once() -> None:
    """Each fact counts the first time it is given back, and is named in the reason."""
    text = replied("so the lamp and number seven", "reflect")

    assert move("facts_given_back", text).change == -4
    assert move("facts_given_back", text).why == (
        'you gave back "the broken lamp" and "number seven"'
    )
    assert "facts_given_back" not in [move.rule for move in moves(text, text)]


def test_an_offer_that_misses_raises_a_little() -> None:
    """An offer without a remedy's words is not what they need; looking something up is none."""
    hat = replied("a hat", "offer_solution")

    assert move("offer_does_not_fit", ACKNOWLEDGED, hat).change == 3
    looking = replied("a moment let me see", "offer_solution", "announce_pause")
    assert "offer_does_not_fit" not in [move.rule for move in moves(ACKNOWLEDGED, looking)]


def test_promising_too_much_is_no_relief() -> None:
    """What may not be promised moves them up, once, by whichever rule heard it."""
    lamps = replied("two lamps", "offer_choice")
    by_phrase = replied("two lamps", "give_in")

    assert move("too_much", lamps).change == 2
    assert [move.rule for move in moves(by_phrase)] == ["give_in"]


def test_words_that_bring_nothing_raise() -> None:
    """Once nothing is left to let off, a reply without anything in it costs."""
    nothing = replied("well the thing is")

    assert "nothing_new" not in [move.rule for move in moves(nothing)]
    assert move("nothing_new", ACKNOWLEDGED, nothing).change == 4


def test_the_last_move_of_a_reply_tells_the_needs_that_are_met() -> None:
    """The review can show when each need was met."""
    reply = replied("i am sorry that is sad", "apologise", "acknowledge_feelings")
    met = [move.met for move in moves(ACKNOWLEDGED, reply)]

    assert met[-1] == ("heard",)
    assert next(move.met for move in moves(reply)) == ()


def test_silence_raises_unless_it_was_announced() -> None:
    """Announced silence is free up to 15 s."""
    assert move("silence", Stayed(9_000, 6_000)).why == "nobody answered for 6 seconds"
    assert move("silence", Stayed(9_000, 6_000)).start_ms == 3_000
    assert moves(Stayed(20_000, 15_000, announced=True)) == ()
    assert move("kept_waiting", Stayed(20_000, 16_000, announced=True)).change == 3
    twice = [Stayed(15_000, 15_000, announced=True), Stayed(30_000, 15_000, announced=True)]
    assert move("kept_waiting", *twice).why == "the moment you asked for ran over"


def test_a_monologue_raises() -> None:
    """Talking on and on costs, whatever was said in it."""
    assert move("monologue", monologue("on and on")).change == 7


def test_the_pressure_stays_between_0_and_100() -> None:
    """A move is what really moved: nothing goes past the ends."""
    loud = [interruption()] * 9
    found = [moves(*loud[:count]) for count in range(1, 10)]
    pressures = [move.pressure for each in found for move in each]

    assert pressures == [68, 76, 84, 92, 100]


def test_a_boundary_is_fair_only_when_they_rage_and_you_were_civil() -> None:
    """A boundary calms at high pressure, and inflames at low pressure or after a retort."""
    boundary = replied("please do not shout at me", "set_boundary")
    raging: dict[str, object] = {"opening_pressure": 80}

    assert move("set_boundary", boundary).change == 5
    assert move("set_boundary", boundary, **raging).change == -8
    assert move("set_boundary", replied("no", "argue"), boundary, **raging).change == 5
    assert move("set_boundary", interruption(), boundary, **raging).change == 5


def test_passing_it_on_needs_an_attempt() -> None:
    """A hand-over before anything was tried, and was not enough, is a brush-off."""
    over = replied("my colleague knows", "hand_over")
    hat = replied("a hat", "offer_solution")
    lamp = replied("a new lamp by noon is that ok", "offer_solution", "seek_agreement")
    doubting: dict[str, object] = {"opening_trust": 0}

    assert move("hand_over", ACKNOWLEDGED, over).change == 7
    assert move("hand_over", ACKNOWLEDGED, hat, over).change == 7
    assert move("hand_over", ACKNOWLEDGED, lamp, over, **doubting).change == -4


def test_passing_it_on_may_bring_the_last_of_what_they_need() -> None:
    """Whoever tells the story while passing it on has told it."""
    wants: dict[str, object] = {
        "needs": ["heard", "understood", "hand_over"],
        "lines": {"still_missing": {"understood": "well?", "hand_over": "who?"}},
    }
    told = replied("so the lamp broke and it is number seven", "reflect", "hand_over")

    assert move("hand_over", ACKNOWLEDGED, told, **wants).why == "passes it on with the story told"


def test_asking_whether_it_suits_needs_an_offer() -> None:
    """A question for agreement with nothing on the table earns nothing."""
    asks = replied("does that suit you", "seek_agreement")
    offer = replied("a new lamp", "offer_solution")

    assert "seek_agreement" not in [move.rule for move in moves(ACKNOWLEDGED, asks)]
    assert move("seek_agreement", ACKNOWLEDGED, offer, asks).change == -4


def test_rules_are_data() -> None:
    """Another rule moves the same customer otherwise."""
    data = rules().model_dump(mode="json")
    data["moves"]["dismiss"]["change"] = 20
    customer = Customer(small(), Rules.model_validate(data))

    _, reaction = customer.react(customer.opening()[0], replied("calm down", "dismiss"))
    assert reaction.moves[0].change == 20


def test_moves_stand_in_the_order_of_time() -> None:
    """However the rules come upon them, each pressure follows from the one before it."""
    both = moves(replied("so sad and sorry", "apologise", "acknowledge_feelings"))

    times = [move.start_ms for move in both]
    assert times == sorted(times)
    assert all(
        later.pressure == earlier.pressure + later.change for earlier, later in pairwise(both)
    )
