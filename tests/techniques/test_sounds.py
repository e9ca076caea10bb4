import pytest

from tests.support.rating import english, said
from trainer.techniques.detector import Detector
from trainer.techniques.guards import Stretch
from trainer.techniques.sounds import Sounds
from trainer.techniques.technique import TechniqueId

SOUNDS = {
    word: [phones.split()]
    for word, phones in {
        "let": "L EH1 T",
        "led": "L EH1 D",
        "me": "M IY1",
        "stop": "S T AA1 P",
        "top": "T AA1 P",
        "you": "Y UW1",
        "there": "DH EH1 R",
        "well": "W EH1 L",
        "not": "N AA1 T",
    }.items()
}
CORE = {TechniqueId.INTERRUPT_WORDS: [said("let me stop you there")]}


@pytest.mark.parametrize(
    ("reply", "confidences", "hit"),
    [
        ("well led me stop you there", [], Stretch(1, 6)),
        ("well led me top you there", [], None),
        ("well led me top you there", [1, 0.3, 1, 0.4, 1, 1], Stretch(1, 6)),
        ("well led me top you there", [0.1, 1, 1, 1, 1, 1], None),
        ("well let me stop you there", [], None),
        ("well led me", [], None),
        ("", [], None),
    ],
)
def test_search(reply: str, confidences: list[float], hit: Stretch | None) -> None:
    """One sound may differ, more where a word within is unsure; what is written is no find."""
    found = list(Sounds(CORE, SOUNDS).search(said(reply), confidences))

    assert [one.hit for one in found] == ([hit] if hit else [])


def test_partial_credit_says_what_was_heard() -> None:
    """A technique heard by its sound is weak, and names the phrase that it sounds like."""
    detector = Detector(english(), pronunciations=SOUNDS)
    texts = said("well led me stop you there")

    (technique,) = detector.detect(texts, [0.9] * len(texts))

    assert technique.id is TechniqueId.INTERRUPT_WORDS
    assert technique.quote == "led me stop you there"
    assert technique.entry == 'heard as "let me stop you there"'
    assert technique.strength < 0.5


def test_negated_sounds_do_not_count() -> None:
    """The guard against a negation holds for sounds as well."""
    detector = Detector(english(), pronunciations=SOUNDS)

    assert detector.detect(said("not led me stop you there")) == ()


def test_core_phrases_are_heard_by_their_words_as_well() -> None:
    """What is listened for by its sound is on the list of its technique."""
    detector = Detector(english())
    missed = [
        phrase
        for technique, phrases in english().core.items()
        for phrase in phrases
        if technique not in {one.id for one in detector.detect(said(phrase))}
    ]

    assert missed == []
