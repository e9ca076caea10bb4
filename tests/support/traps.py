"""Lines that trap, each with its right answer."""

from collections.abc import Mapping, Sequence

__all__ = ["TRAPS"]

TRAPS: Mapping[str, Sequence[str]] = {
    "i am not sorry": [],
    "i'm not blaming you": [],
    "you said the driver told you to calm down that was wrong of him": ["reflect"],
    "sorry what was your surname": [],
    "sorry to hear that": ["acknowledge_feelings"],
    "i understand the question": [],
    "do you understand what i'm telling you": ["argue"],
    "what do you want me to do about it": ["argue"],
    "no problem": [],
    "nothing is more important": [],
    "how many were there": [],
    "no i'm afraid i can't do that but here is what i can do": ["hold_line"],
    "please count down": ["dismiss"],
    "i a pologize for that": ["apologise"],
    "i'll give you a ref and": ["offer_solution"],
    "sorry but you signed for it": ["blame", "conditional_apology"],
    "i'm sorry about that but you signed for it": ["blame", "conditional_apology"],
    "i'm sorry about that but i can send it again": ["apologise", "offer_solution"],
    "sorry you feel that way": ["conditional_apology"],
    "now what did i do with the form": [],
    "i would never say you should have called": [],
    "i want to help you but please don't swear at me": ["set_boundary"],
    "i'm sorry about the wait but you signed for it": ["apologise", "blame"],
    "i promise you'll have it in an hour no matter what it costs": ["give_in"],
    "no we can't refund that": ["flat_refusal"],
    "before we can do anything at all": [],
    "but i need your order number before we can do anything at all": [],
    "did you have anything in the bag": [],
    "i have everything to hand": [],
    "we will do anything for you": ["give_in", "take_side"],
    "that's our policy": ["hide_behind_policy"],
    "no i'm afraid i can't refund": ["flat_refusal"],
    "no i'm afraid i can't refund that that's our policy": ["hide_behind_policy"],
    "no we can't refund that what i can do is send you a new one": ["hold_line", "offer_solution"],
}
