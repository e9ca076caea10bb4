"""Whether a reply asks for a detail."""

import pytest

from trainer.customer.questions import asks

ASKING = """
can i have your order number
could i just have your name
can i get your surname
may i ask for your date of birth
should i put your name on it
what's the address on it
okay what is your postcode
what time is the funeral
what was in it
and what happened at the gate
where should it go
where did you change planes
when is the exam
when did marta ring
which shelf was it
and which loaf
which is it
whose is it
who told you that
thank you who is the funeral for
who did you speak to
how is she
how's your father today
how many guests did you order for
how long have you been waiting
how much was it
is everything all right
okay is it the blue one
sorry was there an announcement
is that right
so your lamp broke is that correct
has she eaten
did anyone come
by noon tomorrow and did the bank charge you for it
thank you mister bell did your bank charge you for it
i see have you told anyone
are you all right
would you know the number
i need your date of birth
i'll need to know what you spent
give me your surname
tell me when it stopped
your date of birth please
Your name?
They came on Monday. Has anybody rung you since
what happened
who
"""
TELLING = """
you'll have it by eleven
you can have the new phone free
we'll have you on your way by noon
i'll have somebody there at once
what happened is that the label fell off
what's important now is that you get home
what i can do right now is the mobile router
i can hear how upset you are you have every right
i can see how long you have waited
i can see how much trouble this has caused
i see what is wrong
that's what was missing
the colleague who told you that was wrong
we lost it which is awful
we do that for everybody
as i did the last time
it broke and is the third one
have the room for nothing
do that by all means
should you need anything ring me
nobody did
i don't need your receipt
i need a moment
i'll tell you when it is ready
sorry about what happened
the router is on the van
can i offer you a seat
i would have you wait
okay is there anything else i can do
which
"""


@pytest.mark.parametrize("text", ASKING.strip().splitlines())
def test_hears_that_something_is_asked(text: str) -> None:
    """The order of the words tells it, with or without a mark."""
    assert asks(text)


@pytest.mark.parametrize("text", TELLING.strip().splitlines())
def test_hears_that_nothing_is_asked(text: str) -> None:
    """The same words in another order ask for nothing."""
    assert not asks(text)


def test_asks_nothing_in_silence() -> None:
    """Without words nothing is asked."""
    assert not asks("")
