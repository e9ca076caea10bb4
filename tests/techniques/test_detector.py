import pytest

from tests.support.rating import english, labelled, said
from trainer.techniques.detector import Detector
from trainer.techniques.technique import CALMING, INFLAMING, TechniqueId

LONG_REPLY = said(
    "i am so sorry that you had to wait i can hear how frustrating this is and i would be upset "
    "too so if i understand you correctly you ordered at seven and it came at nine and it was cold "
    "here is what i can do i will refund the whole order today and it will be in your account by "
    "noon tomorrow would that work for you"
)


@pytest.fixture(scope="module")
def detector() -> Detector:
    """Return a detector that knows the customer's names."""
    return Detector(english(), names=("marcus", "mr bell"))


def ids(detector: Detector, reply: str) -> list[str]:
    """Return the ids heard in a reply."""
    return [technique.id.value for technique in detector.detect(reply.split())]


def macro_f1(detector: Detector, name: str, wanted: frozenset[TechniqueId]) -> float:
    """Return the mean F1 over those ids on a labelled file."""
    pairs = [(labels, set(ids(detector, text))) for labels, text in labelled(name)]
    scores = []
    for technique in wanted:
        both = sum(technique in truth and technique in heard for truth, heard in pairs)
        either = sum((technique in truth) + (technique in heard) for truth, heard in pairs)
        scores.append(2 * both / either)
    return sum(scores) / len(scores)


def test_every_technique_has_entries() -> None:
    """The English list covers every technique that words can carry."""
    assert set(english().techniques) == set(TechniqueId)


def test_spans_are_word_indices(detector: Detector) -> None:
    """Start and end count the reply's own words, and the quote is those words."""
    words = said("well i am so sorry about the delay")

    (technique,) = detector.detect(words)

    assert technique.id is TechniqueId.APOLOGISE
    assert (technique.start, technique.end) == (1, 8)
    assert technique.quote == "i am so sorry about the delay"
    assert technique.entry == "sorry"


def test_typed_text_keeps_its_word_indices(detector: Detector) -> None:
    """Capitals, apostrophes, punctuation and fillers shift nothing."""
    words = said("Well, uh, I\u2019m so sorry about the delay!")

    (technique,) = detector.detect(words)

    assert (technique.start, technique.end) == (2, 8)
    assert technique.quote == "I\u2019m so sorry about the delay!"


def test_names_of_the_customer(detector: Detector) -> None:
    """The customer's own name is use_name, and only for this customer."""
    assert ids(detector, "marcus here is the thing") == ["use_name"]
    assert ids(Detector(english()), "marcus here is the thing") == []


def test_names_that_mislead() -> None:
    """A name that is a common word is heard after a title only; marks and dashes do no harm."""
    detector = Detector(english(), names=("will", "(anne-marie)", "\u2014"))

    assert "use_name" not in ids(detector, "i will look at it")
    assert ids(detector, "mr will young") == ["use_name"]
    assert ids(detector, "well anne marie") == ["use_name"]


def test_specific_and_owned_is_stronger(detector: Detector) -> None:
    """A named feeling in the first person is worth more than a bare acknowledgement."""
    (bare,) = detector.detect(said("i hear you on that"))
    (named,) = detector.detect(said("i can hear how frustrated you are"))

    assert bare.strength < named.strength <= 1


def test_complete_offer_is_stronger(detector: Detector) -> None:
    """What, who and when together are worth more than the offer alone."""
    offer = next(iter(detector.detect(said("i will refund the order"))))
    complete = next(iter(detector.detect(said("i will refund the order by noon tomorrow"))))

    assert offer.id is complete.id is TechniqueId.OFFER_SOLUTION
    assert offer.strength < complete.strength


def test_reflection_needs_content(detector: Detector) -> None:
    """A frame with nothing in it is no reflection; more facts make it stronger."""
    few = detector.detect(said("so if i understand you correctly the parcel is lost"))
    many = detector.detect(
        said("so if i understand you correctly the parcel was left in the rain on monday")
    )

    assert ids(detector, "so if i understand you correctly") == []
    assert few[0].id is many[0].id is TechniqueId.REFLECT
    assert few[0].strength < many[0].strength


def test_refusal_beside_an_offer_holds_the_line(detector: Detector) -> None:
    """The whole reply decides whether a no is bare."""
    assert ids(detector, "i can't do that") == ["flat_refusal"]
    assert "flat_refusal" not in ids(detector, "i can't do that i will send you a new one today")


def test_nothing_in_nothing(detector: Detector) -> None:
    """No words, no techniques."""
    assert detector.detect([]) == ()
    assert detector.detect(["um"]) == ()


def test_same_words_same_answer(detector: Detector) -> None:
    """The detector keeps nothing of one reply for the next."""
    assert detector.detect(LONG_REPLY) == detector.detect(LONG_REPLY)


@pytest.mark.parametrize(("group", "least"), [(CALMING, 0.85), (INFLAMING, 0.85)])
def test_held_out_replies(detector: Detector, group: frozenset[TechniqueId], least: float) -> None:
    """On replies that the list was not tuned on, the goals of the design are reached."""
    assert macro_f1(detector, "held_out.txt", group) >= least


def test_held_out_traps(detector: Detector) -> None:
    """At least 70 % of near misses get exactly the right answer."""
    traps = [(labels, text) for labels, text in labelled("held_out.txt") if "trap" in labels]
    right = [text for labels, text in traps if labels - {"trap"} == set(ids(detector, text))]

    assert len(right) / len(traps) >= 0.7


def test_neutral_replies_stay_neutral(detector: Detector) -> None:
    """At most 5 % of ordinary service talk has any hit."""
    held_out = [text for labels, text in labelled("held_out.txt") if not labels]
    replies = [*held_out, *(text for _, text in labelled("neutral.txt"))]
    false_hits = [reply for reply in replies if ids(detector, reply)]

    assert len(replies) >= 100
    assert len(false_hits) / len(replies) <= 0.05
