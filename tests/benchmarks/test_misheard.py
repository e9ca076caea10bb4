from random import Random

from benchmarks.misheard import Mishearing

SOUNDS = {
    "calm": ("K", "AA1", "M"),
    "come": ("K", "AH1", "M"),
    "down": ("D", "AW1", "N"),
    "gown": ("G", "AW1", "N"),
    "refund": ("R", "IY1", "F", "AH2", "N", "D"),
}


def test_neighbours_differ_in_one_sound() -> None:
    """What can be heard instead is what sounds nearly alike."""
    mishearing = Mishearing(SOUNDS, SOUNDS)

    assert mishearing.neighbours("calm") == ("come",)
    assert mishearing.neighbours("refund") == ()
    assert mishearing.neighbours("unknown") == ()


def test_damage_keeps_to_its_rate_and_seed() -> None:
    """No rate, no damage; the same seed damages the same words; about the share that was asked."""
    mishearing = Mishearing(SOUNDS, SOUNDS)
    words = ["calm", "down"] * 500

    once = mishearing.damage(words, 0.2, Random(1))

    assert mishearing.damage(words, 0, Random(1)) == words
    assert once == mishearing.damage(words, 0.2, Random(1))
    assert 0.05 < sum(word in {"come", "gown"} for word in once) / len(words) < 0.2
