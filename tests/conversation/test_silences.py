import pytest

from trainer.conversation.silences import find_silences
from trainer.conversation.timeline import Silence
from trainer.conversation.words import Span


@pytest.mark.parametrize(
    ("spoken", "silences"),
    [
        ([], ()),
        ([Span(5000, 6000)], ()),
        ([Span(0, 1000), Span(3999, 5000)], ()),
        ([Span(0, 1000), Span(4000, 5000)], (Silence(1000, 4000),)),
        ([Span(9000, 9500), Span(0, 1000)], (Silence(1000, 9000),)),
        ([Span(0, 8000), Span(1000, 2000), Span(9000, 9500)], ()),
    ],
)
def test_dead_air(spoken: list[Span], silences: tuple[Silence, ...]) -> None:
    """Silence counts from three seconds on, between speech and not before or after it."""
    assert find_silences(spoken) == silences
