"""What is said in the benchmarks' conversations, within the vocabulary of the tiny model."""

__all__ = [
    "BACKCHANNELS",
    "CALIBRATION",
    "COLLEAGUES",
    "CUTTING_IN",
    "LINES",
    "QUESTIONS",
    "REPLIES",
    "SENTENCE",
    "SHORT",
    "STILL_THERE",
]

CALIBRATION = (
    "hello this is the voice that you will hear",
    "please be quiet for a moment while i am talking",
)
SENTENCE = "i would like to help you with that so please tell me what happened"
"""What the trainee says in the sound check."""

STILL_THERE = ("hello are you still there",)
"""What the customer says when nobody answers."""

LINES = (
    (
        "i have been waiting for my parcel since monday",
        "every day somebody tells me that it is on the way",
        "and every day nothing arrives",
    ),
    (
        "you charged me twice for the same order",
        "i called last week and they promised to return my money",
        "now it is friday and there is still nothing on my account",
    ),
    (
        "the engineer should have been here at nine",
        "i waited the whole morning",
        "nobody called and nobody came",
        "i had to take a day off work for this",
    ),
    (
        "the machine broke again after two weeks",
        "this is the third time",
        "i paid for a new one and it still does not work",
    ),
    (
        "i was on hold for forty minutes",
        "then somebody hung up on me",
        "is that how you help your customers",
    ),
    (
        "the hotel room was dirty and cold",
        "there was no hot water in the bathroom",
        "my children could not sleep all night",
    ),
    (
        "i cancelled the subscription in january",
        "and you are still taking money from my account every month",
        "i want every dollar of it back",
    ),
    (
        "my internet has been down since tuesday",
        "i work from home and i have lost two days of pay",
        "your technician never came",
        "what are you going to do about it",
    ),
    (
        "the shoes are the wrong size and the wrong color",
        "i ordered them for my daughter's birthday",
        "now she has nothing to wear on saturday",
    ),
    (
        "i spoke to three different people yesterday",
        "each of them told me something else",
        "does anyone in your company know what is going on",
    ),
    (
        "the delivery driver left the box in the rain",
        "everything inside is wet and broken",
        "i sent you pictures and nobody answered",
    ),
    (
        "my flight was cancelled and i was stuck at the airport",
        "nobody told us anything for six hours",
        "we had to pay for a hotel ourselves",
    ),
    (
        "i have been a customer for twenty years",
        "nobody was so rude to me before",
        "maybe it is time to go somewhere else",
    ),
    (
        "you promised that the repair would take two days",
        "it has been three weeks now",
        "every time i call i have to explain everything again",
    ),
    (
        "the invoice is wrong again",
        "i already paid that amount in march",
        "and now you threaten me with a lawyer",
        "i am really angry about this",
    ),
    (
        "the food was cold when it arrived",
        "half of the order was missing",
        "my whole family was hungry and waiting",
    ),
)
"""The customer's lines, a breath each."""

CUTTING_IN = (
    ("hold on can i just say something about that",),
    ("sorry but i need to stop you there",),
    ("no that is not what happened,", "your order was sent on monday"),
    ("wait a minute let me look at your account first",),
    ("i understand that but we can not do this today",),
    ("excuse me what is your order number please",),
    ("let me stop you there because", "i can see the problem now"),
    ("can i just ask you one question about the delivery",),
    ("listen i am trying to help you here and", "i need you to calm down"),
    ("yes but that is not our fault at all",),
    ("please wait i have found your parcel",),
    ("we already sent you the money last week",),
    ("okay but you never told us about that",),
    ("actually i have something different here",),
)
"""What the trainee says when cutting in."""

BACKCHANNELS = ("i see", "okay", "right", "yes", "yeah")
"""Not ``go on``: the tiny model hears "don't" in it, even where nothing disturbs."""

REPLIES = (
    ("i am so sorry about that and", "i understand why you are upset"),
    ("i can see your order here because", "you called us on monday"),
    ("first of all,", "thank you for telling me about this"),
    ("i would be upset too,", "nobody should have to wait that long"),
    ("i will talk to the warehouse today and", "i will call you back before five o'clock"),
    ("what i can do for you is,", "i can send a new one tomorrow morning"),
    ("we made a mistake with your order so", "i will return the whole amount to your card"),
    ("let me check the details and", "then i will tell you exactly what happened"),
    ("i am very sorry that this happened on your daughter's birthday",),
    ("thank you for your patience i have found your account now",),
    ("you have every right to be angry about that",),
    (
        "i will make sure that this does not happen again,",
        "i promise you that",
    ),
    (
        "when you called us last week,",
        "somebody should have helped you right away",
        "but",
        "that did not happen",
    ),
    (
        "i hear you and",
        "i am going to take care of this myself because",
        "you have waited long enough",
    ),
    ("it was our mistake,", "you should not have to pay for it"),
    ("if you agree,", "i will send somebody to your house on thursday morning"),
)
"""Replies in breaths: the trainee pauses between them and has more to say."""

QUESTIONS = (
    ("i can send you a new one today,", "does that work for you?"),
    ("so the box was wet when it arrived,", "is that right?"),
    ("i can give you the money back or", "a new one would you like that?"),
    ("would you mind if i ask for your order number?",),
    ("what would help you most today?",),
    ("i could call you tomorrow at nine,", "would that be okay?"),
    ("can you tell me what happened next?",),
    ("if i understand you correctly,", "you paid twice is that right?"),
)
"""Replies that end in a question to the customer, and so give the turn away."""

SHORT = (
    ("i understand",),
    ("i am so sorry",),
    ("that sounds awful",),
    ("of course i can help",),
    ("tell me more about it",),
    ("you are right",),
)

COLLEAGUES = (
    "the meeting is at three in the small room",
    "can you send me the file before lunch",
    "did you see the game last night",
)
"""What is said at the other end of the office."""
