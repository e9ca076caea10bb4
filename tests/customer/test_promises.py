"""Whether something is promised."""

import pytest

from trainer.customer.promises import promises

PROMISED = """
i'll send a new lamp
we can send a new lamp
shall i send a new lamp
i guarantee the new lamp
you can have the new lamp
you can just keep the new lamp
you'll have the new lamp by noon
you will never have to pay for it
it'll be back on in two minutes
it will be there tomorrow
the engineer will be with you by four
my colleague will bring a new lamp
"""
NAMED = """
so the new lamp broke
they never sent a new lamp
you can see that the lamp is new
you'll have to buy a new lamp
who will be there
what will be done
"""


@pytest.mark.parametrize("text", PROMISED.strip().splitlines())
def test_hears_a_promise(text: str) -> None:
    """Whoever keeps it, and whatever sentence it stands in."""
    assert promises(text)


@pytest.mark.parametrize("text", NAMED.strip().splitlines())
def test_hears_that_nothing_is_promised(text: str) -> None:
    """To name a thing is not to promise it."""
    assert not promises(text)


def test_what_others_have_promised_is_their_story() -> None:
    """Given back, it is no promise; what the trainee takes on still is one."""
    assert not promises("so they said it'll be back on by noon", gives_back=True)
    assert promises("so it was to be on by noon, and I'll see to it", gives_back=True)
