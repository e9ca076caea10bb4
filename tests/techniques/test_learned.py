"""What was learned, with an encoder by hand: the detector asks it beside the list."""

import io
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from tests.support.rating import english, said
from trainer.techniques.detector import Detector
from trainer.techniques.guards import Stretch
from trainer.techniques.learned import Encoded, Learned, read_learned
from trainer.techniques.phrases import PhraseList
from trainer.techniques.technique import TechniqueId

PIECES = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "chin", "up", "rules", "please", "well")
IDS = tuple(TechniqueId)
SIDE, POLICY = IDS.index(TechniqueId.TAKE_SIDE), IDS.index(TechniqueId.HIDE_BEHIND_POLICY)
SAYS = {"chin": (SIDE, 4.0), "up": (SIDE, 3.0), "rules": (POLICY, 6.0)}


def encode(numbers: Sequence[int]) -> Encoded:
    """Add up what each piece says, from -3 on."""
    shares = np.zeros((len(numbers), len(IDS)), np.float32)
    for place, number in enumerate(numbers):
        if said_ := SAYS.get(PIECES[number]):
            shares[place, said_[0]] = said_[1]
    meaning = np.bincount(numbers, minlength=len(PIECES)).astype(np.float32)
    return Encoded(shares.sum(axis=0) - 3, shares, meaning)


def stored() -> bytes:
    """Return the pieces, thresholds and examples that go with it."""
    examples = ["up up", "chin up please", "rules"]
    numbers = [[PIECES.index(word) for word in text.split()] for text in examples]
    labels = np.zeros((3, len(IDS)), bool)
    labels[[0, 1], SIDE] = labels[2, POLICY] = True
    file = io.BytesIO()
    np.savez_compressed(
        file,
        ids=np.array([one.value for one in IDS]),
        pieces=np.array(PIECES),
        alone=np.full(len(IDS), 1.0, np.float32),
        doubted=np.full(len(IDS), -4.0, np.float32),
        examples=np.array(examples),
        labels=labels,
        meanings=np.stack([encode(one).meaning for one in numbers]),
    )
    return file.getvalue()


@pytest.fixture
def learned() -> Learned:
    """Return that model."""
    return read_learned(stored(), encode)


def test_judge(learned: Learned) -> None:
    """What was taught is likely, the rest is not, and the words that spoke for it are named."""
    opinion = learned.judge(said("well chin up now please"))

    assert opinion is not None
    assert opinion.odds[TechniqueId.TAKE_SIDE] == pytest.approx(4)
    assert opinion.odds[TechniqueId.HIDE_BEHIND_POLICY] == pytest.approx(-3)
    assert opinion.stretch(TechniqueId.TAKE_SIDE) == Stretch(1, 3)


def test_words_between_two_that_speak_belong_to_the_stretch(learned: Learned) -> None:
    """Up to two of them; what lies farther off does not."""
    for text, stretch in (
        ("up well well chin", Stretch(0, 4)),
        ("up well well well chin", Stretch(4, 5)),
        ("chin well up well well well up", Stretch(0, 3)),
    ):
        opinion = learned.judge(said(text))
        assert opinion is not None
        assert opinion.stretch(TechniqueId.TAKE_SIDE) == stretch


def test_a_long_reply_is_judged_in_windows(learned: Learned) -> None:
    """What speaks for a technique may stand anywhere in it."""
    words = ["well"] * 150 + ["chin", "up"] + ["well"] * 9
    opinion = learned.judge(words)

    assert opinion is not None
    assert opinion.odds[TechniqueId.TAKE_SIDE] == pytest.approx(4)
    assert opinion.stretch(TechniqueId.TAKE_SIDE) == Stretch(150, 152)


def test_nothing_said_nothing_judged(learned: Learned) -> None:
    """An empty reply has no techniques."""
    assert learned.judge([]) is None
    assert Detector(english(), learned=learned).detect([]) == ()


def test_the_nearest_example_explains(learned: Learned) -> None:
    """A technique that was not on the list is told by the labelled reply that it is like."""
    (technique,) = Detector(english(), learned=learned).detect(said("well chin up now please"))

    assert technique.id is TechniqueId.TAKE_SIDE
    assert technique.quote == "chin up"
    assert technique.entry == 'like "chin up please"'


def test_what_the_list_heard_is_not_heard_twice(learned: Learned) -> None:
    """Its own words and entry stay."""
    sure = replace(learned, alone=dict.fromkeys(IDS, 9.0) | {TechniqueId.APOLOGISE: -3.5})
    reply = said("i am so sorry about the wait")
    heard = Detector(english(), learned=sure).detect(reply)

    assert [one.quote for one in heard if one.id is TechniqueId.APOLOGISE] == [" ".join(reply)]


def test_what_the_list_heard_may_be_doubted(learned: Learned) -> None:
    """Unless its entry is sure."""
    doubting = replace(learned, doubted=dict.fromkeys(IDS, 0.0))
    reply = said("i am so sorry about the wait")

    assert Detector(english(), learned=doubting).detect(reply) == ()
    assert Detector(sure_of_apologies(), learned=doubting).detect(reply) != ()


def test_help_after_an_apology_makes_it_no_condition(learned: Learned) -> None:
    """The encoder does not say so by itself; where no "but" stands before the help it does."""
    odds = dict.fromkeys(IDS, 9.0) | {TechniqueId.CONDITIONAL_APOLOGY: -3.5}
    detector = Detector(english(), learned=replace(learned, alone=odds))
    helping = detector.detect(said("chin sorry about that but i can fix it"))
    other = detector.detect(said("chin sorry about that and i can fix it"))

    assert TechniqueId.CONDITIONAL_APOLOGY not in {one.id for one in helping}
    assert TechniqueId.CONDITIONAL_APOLOGY in {one.id for one in other}


def sure_of_apologies() -> PhraseList:
    """Return the list with entries for apologies that are sure."""
    phrases = english()
    lists = phrases.techniques[TechniqueId.APOLOGISE]
    entries = tuple(entry.model_copy(update={"sure": True}) for entry in lists.entries)
    changed = lists.model_copy(update={"entries": entries})
    techniques = {**phrases.techniques, TechniqueId.APOLOGISE: changed}
    return phrases.model_copy(update={"techniques": techniques})


def test_a_name_is_only_heard_where_it_is_known(learned: Learned) -> None:
    """Where the customer's name is known, another's is none."""
    naming = replace(learned, alone=dict.fromkeys(IDS, 9.0) | {TechniqueId.USE_NAME: -3.5})
    reply = said("please wait over there robin")
    anyone = Detector(english(), learned=naming).detect(reply)
    marcus = Detector(english(), names=("marcus",), learned=naming).detect(reply)

    assert TechniqueId.USE_NAME in {one.id for one in anyone}
    assert TechniqueId.USE_NAME not in {one.id for one in marcus}
