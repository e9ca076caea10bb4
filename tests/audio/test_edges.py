import numpy as np

from tests.support.audio import tone
from trainer.audio.edges import EdgeFinder
from trainer.conversation.blocks import Samples, silence


def finder(*parts: Samples) -> EdgeFinder:
    """Return a finder that has heard the parts in order, in blocks."""
    edges = EdgeFinder()
    sound = np.concatenate(parts)
    for first in range(0, len(sound), 320):
        edges.hear(sound[first : first + 320])
    return edges


def test_the_beginning_is_found() -> None:
    """A sound that began 200 ms ago is dated so from anywhere within it."""
    edges = finder(silence(8000), tone(200))

    assert edges.began(100, 400) == 200


def test_a_short_gap_is_within_the_sound() -> None:
    """The silence of a stop consonant does not end the way back."""
    edges = finder(silence(8000), tone(100), silence(30 * 16), tone(100))

    assert edges.began(50, 400) == 230


def test_a_long_gap_ends_the_way_back() -> None:
    """What lies before 60 ms of silence is another sound."""
    edges = finder(silence(8000), tone(100), silence(60 * 16), tone(100))

    assert edges.began(50, 400) == 100


def test_a_beginning_after_the_sure_moment_is_found() -> None:
    """If there was no sound yet at the moment that was called sure, the moment itself stands."""
    assert finder(silence(8000)).began(100, 400) == 100


def test_the_end_is_found() -> None:
    """A sound that ended 120 ms ago is dated so."""
    edges = finder(tone(500), silence(120 * 16))

    assert edges.ended(0, 300) == 120


def test_an_end_that_is_not_there_is_the_earliest() -> None:
    """Where nothing was loud in the stretch, its beginning is the end of speech."""
    assert finder(silence(8000)).ended(0, 160) == 160


def test_the_room_is_no_sound() -> None:
    """Noise as loud as the room was before does not count."""
    noise = np.random.default_rng(1).normal(0, 0.01, 16_000).astype(np.float32)
    unlearned, learned = finder(noise), finder(noise)
    for _ in range(5):
        learned.is_room(1000)

    assert unlearned.ended(0, 500) == 0
    assert learned.ended(0, 500) == 500
