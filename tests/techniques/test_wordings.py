"""Wordings that were once heard wrongly, or not at all, with the technique in question."""

import pytest

from trainer.techniques.detector import Detector

NOT_THAT = [
    ("give_in", "you asked twice it's the same"),
    ("give_in", "you called twice the line was busy"),
    ("give_in", "write whatever you like"),
    ("follow_up", "i can tell you how"),
    ("set_boundary", "would you mind telling me"),
    ("announce_pause", "a second person signed it"),
    ("announce_pause", "there's a second page"),
    ("insult", "for the review to go away"),
    ("insult", "if you call me an idiot again i'm going to hang up"),
    ("reflect", "we put the old version back is that all right"),
    ("open_question", "you can write what happened"),
    ("open_question", "i apologise for what happened"),
    ("open_question", "sorry for what happened to you"),
    ("hold_line", "i want to help you but i can't while you're calling me names"),
    ("hand_over", "i'll get you a technician tomorrow"),
    ("introduce_self", "it's a confirmed seat in your name"),
    ("assure", "i'll pass it to the tracing team"),
    ("announce_pause", "let me get callum from the tracing desk"),
]
HEARD = [
    ("acknowledge_feelings", "that must have been terrifying"),
    ("acknowledge_feelings", "you must have been terrified"),
    ("acknowledge_feelings", "i can't imagine what that's been like"),
    ("acknowledge_feelings", "that must have been the hardest thing"),
    ("acknowledge_feelings", "that's a long time to be without work"),
    ("acknowledge_feelings", "my condolences"),
    ("apologise", "i can't tell you how sorry i am"),
    ("apologise", "there's no excuse for it"),
    ("take_responsibility", "we took your papers and we lost them"),
    ("take_responsibility", "we wiped your phone without asking"),
    ("take_side", "i'm rooting for you"),
    ("take_side", "let's get you to denver"),
    ("take_side", "i want to get you there as much as you do"),
    ("take_side", "i'd still like to sort this out with you"),
    ("set_boundary", "i need you to stop the name calling"),
    ("set_boundary", "not while you're swearing at me"),
    ("set_boundary", "i can't do that while i'm being insulted"),
    ("set_boundary", "as soon as the insults stop"),
    ("pause_contact", "i'm ending the call now you can ring us again any time"),
    ("ask_permission", "can you speak freely where you are"),
    ("ask_permission", "i have to ask you something personal is that okay"),
    ("hand_over", "handing this over to mrs lund our specialist"),
    ("hand_over", "let me take you to mrs lund"),
    ("hand_over", "i'll introduce you to her"),
    ("hand_over", "i'll take you over to the tracing desk"),
    ("hand_over", "i'll walk you next door to the tracing desk"),
    ("hand_over", "callum will take it from here"),
    ("hand_over", "the tracing desk will take over"),
    ("hand_over", "i'll transfer your case to callum"),
    ("hand_over", "i'm bringing callum in"),
    ("assure", "from now on two of us read every label"),
    ("follow_up", "you'll get a call from me on friday"),
    ("follow_up", "i'll be the one who rings you"),
    ("open_question", "what does that mean for you"),
    ("blame", "you should always keep your own backup"),
    ("threaten", "our lawyers will be in touch"),
    ("threaten", "go ahead and sue see if i care"),
    ("argue", "that's slander"),
    ("argue", "you'd lose in court"),
]


@pytest.mark.parametrize(("technique", "reply"), NOT_THAT)
def test_not_that(detector: Detector, technique: str, reply: str) -> None:
    """The same words in another sense are not the technique."""
    assert technique not in {one.id for one in detector.detect(reply.split())}


@pytest.mark.parametrize(("technique", "reply"), HEARD)
def test_heard(detector: Detector, technique: str, reply: str) -> None:
    """What writers of scenarios said in their own words is heard by the list alone."""
    assert technique in {one.id for one in detector.detect(reply.split())}
