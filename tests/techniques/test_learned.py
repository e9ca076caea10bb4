import io
from dataclasses import replace

import numpy as np
import pytest

from tests.support.rating import ASSETS, english, said
from trainer.techniques.detector import Detector
from trainer.techniques.guards import Stretch
from trainer.techniques.learned import Learned, grams_of, read_learned
from trainer.techniques.technique import TechniqueId


def stored() -> bytes:
    """Return a model by hand: "chin up" is on their side, "rules" hide behind policy."""
    file = io.BytesIO()
    np.savez_compressed(
        file,
        ids=np.array(["take_side", "hide_behind_policy"]),
        grams=np.array(["chin", "chin up", "friend", "rules"]),
        weights=np.array([[50, 0], [100, 0], [25, 0], [0, 100]], np.int8),
        scales=np.array([0.1, 0.1], np.float32),
        biases=np.array([-3, -3], np.float32),
        alone=np.array([0.8, 2.0], np.float32),
        labels=np.array([[True, False], [True, False], [False, True]]),
        examples=np.array(["hello friend", "chin up friend", "rules"]),
    )
    return file.getvalue()


@pytest.fixture
def learned() -> Learned:
    """Return that model."""
    return read_learned(stored())


def test_grams_know_their_words() -> None:
    """Words, pairs and triples are counted with the reply's edges."""
    grams = {gram: at for at, gram in grams_of(["chin", "up"])}

    assert set(grams) >= {"^", "chin", "chin up", "^ chin up", "chin up $"}
    assert grams["chin up"] == Stretch(1, 3)


def test_judge(learned: Learned) -> None:
    """What was taught is likely, the rest is not, and the words that spoke for it are named."""
    judged = learned.judge(said("well chin up"))

    assert judged[TechniqueId.TAKE_SIDE].probability > 0.99
    assert judged[TechniqueId.TAKE_SIDE].hit == Stretch(1, 2)
    assert judged[TechniqueId.HIDE_BEHIND_POLICY].probability < 0.1


def test_nothing_known_nothing_judged(learned: Learned) -> None:
    """Words that were never seen say nothing for or against."""
    assert learned.judge(said("quite unheard of")) == {}


def test_the_nearest_example_explains(learned: Learned) -> None:
    """A technique that was not on the list is told by the labelled reply that it is like."""
    detector = Detector(english(), learned=learned)

    (technique,) = detector.detect(said("chin up"))

    assert technique.id is TechniqueId.TAKE_SIDE
    assert technique.quote == "chin"
    assert technique.entry == 'like "chin up friend"'


def test_nobody_is_accused_by_what_was_learned(learned: Learned) -> None:
    """However likely it is, an inflaming technique needs an entry of the list."""
    sure = replace(learned, alone={TechniqueId.HIDE_BEHIND_POLICY: 0.5})

    assert Detector(english(), learned=sure).detect(said("rules")) == ()


def test_what_was_learned_gives_way_to_the_list(learned: Learned) -> None:
    """Words that an entry has heard something in are not heard twice."""
    owned = replace(learned, rows={**learned.rows, "sorry": 1})

    heard = Detector(english(), learned=owned).detect(said("i am so sorry"))

    assert {one.id for one in heard} == {TechniqueId.APOLOGISE}


def test_no_words_no_techniques(learned: Learned) -> None:
    """An empty reply, and one of fillers only."""
    detector = Detector(english(), learned=replace(learned, rows={"^ $": 1, "^": 1}))

    assert detector.detect(()) == detector.detect(("um",)) == ()


def test_doubtful_accusations_are_dropped(learned: Learned) -> None:
    """An inflaming match that the model holds for most unlikely does not count."""
    reply = said("chin up friend we have rules of procedure that's our policy")
    bare = said("chin up friend that's our policy")

    with_rules = {one.id for one in Detector(english(), learned=learned).detect(reply)}
    without_rules = {one.id for one in Detector(english(), learned=learned).detect(bare)}

    assert TechniqueId.HIDE_BEHIND_POLICY in with_rules
    assert TechniqueId.HIDE_BEHIND_POLICY not in without_rules


def test_the_bundled_model_hears_what_the_list_does_not() -> None:
    """In words that the list lacks, a boundary and a pause are still heard, with their example."""
    learned = read_learned((ASSETS / "techniques" / "en.npz").read_bytes())
    reply = said("alright then we'll begin again once you feel calmer in the morning")

    heard = {one.id: one for one in Detector(english(), learned=learned).detect(reply)}

    assert TechniqueId.PAUSE_CONTACT in heard
    assert (
        learned.nearest(TechniqueId.PAUSE_CONTACT, reply)
        in learned.examples[TechniqueId.PAUSE_CONTACT]
    )
