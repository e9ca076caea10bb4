"""What the format says about each of its keys, gathered for the window's translators.

A test says when a sentence of the format is not here.
"""

from trainer.records.wording import QT_TRANSLATE_NOOP

__all__ = ["EXPLANATIONS"]

EXPLANATIONS = (
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "Its name on the command line: lower case, digits and hyphens, like the file's name.",
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "What it is called in the window."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "in_person or telephone."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "The trade, such as retail, hotel, clinic or bank; the library can be narrowed down to it.",
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "complaint, or follow_up: the call that was promised, which ends with a loyal customer.",
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat", 'Where it takes place, such as "The parcel counter of a shop".'
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "easy, medium or hard."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "What can be practised with it."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "When it ends at the latest."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "Id of the voice file that speaks the customer."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "Who is upset."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "What the trainee reads before it begins."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "What they don't settle without, in the order in which they say what is missing.",
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "The facts of the complaint, by name."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "What puts it right."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "What they ask for beyond reason, one after another."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "What they threaten with, one after another."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "How they insult the trainee."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "Where their talk goes once they were heard, piece by piece, until an open question.",
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat", "How angry they are when it begins, 0 (calm) to 100 (furious)."
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "How far they believe the trainee when it begins, 0 (not a word) to 100.",
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "What they say."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "What the trainee may call them."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "In years."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "Who they are, in a sentence."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "How strongly they are moved: even, quick, cold or weary."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "When the trainee cuts in while they are angry: yields, talks_on (louder) or snaps.",
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "So many pieces of the vent have to be let off before they can feel heard.",
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "They cut in on a reply that lasts longer, in seconds."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "false: they sound calm however angry they are."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        'Who the trainee is, such as "At the parcel counter of a stationer\'s."',
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "As far as the trainee knows."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "What the trainee may offer."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "What the trainee may not offer."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "The fact, for people."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "How a trainee may say it, in spoken words."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat", "How a trainee may get it wrong: another day, another amount."
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", 'What the customer says to that; goes with "wrong_as".'),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        'Words in a question that ask for it, such as "tracking number".',
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        'What the customer says when asked for it; goes with "asked_as".',
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "true: they only tell it to somebody who has asked whether they may ask.",
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat", "true: nothing can be arranged before the trainee knows it."
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        'What the customer says to an offer before they were asked for it; goes with "needed".',
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "What it is, for people."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "Words that saying it has, in spoken words."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "By name; any of them fits."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "Words of offers that the trainee may not make: promising them is giving in.",
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        'What went wrong, as the trainee can know it; meets the need "explanation".',
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        'What will be different; with it only these words meet the need "assurance", '
        "without it any assurance does.",
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "How they ask for it."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat", "When it was passed over or refused barely; without it: says."
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat", "They ask for it after so many replies, once they were heard."
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "Words of granting it, as spoken: that is giving in."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "Words of a kind no that belong to this demand, besides those that are always known.",
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "How they threaten."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "When it was fed: argued with, or passed over; without it: says.",
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "When it has met kindness and nobody gave way."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "It comes after so many replies, once they were heard."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        'Words of giving way to it, besides those in "solution.too_much": that is giving in.',
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "Each is one insult in one wording or several, in the order in which they come.",
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "They begin once the pressure is or was this high; at the opening counts.",
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "The first comes after so many replies, heard or not, or before they settle.",
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "calm: a calm reply ends them. boundary: only a boundary does. nothing: not "
        "even a boundary, so that the trainee has to keep it and end the call.",
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "The first line."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "What is still to be let off, piece by piece in this order, while nobody has listened.",
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "The feeling was named, or the right to it."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "The facts were given back right."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "An assurance, thanks, a name; without it: acknowledged."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "A promise to follow it up; without it: reassured."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "What went wrong was said plainly; without it: reassured."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "An open question, after they were heard."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "A question for a detail that no fact answers."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "A question for a detail before they were heard; without it: asked_closed.",
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        '"Would you mind if I asked you something?"; without it: asked_to_wait.',
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "A question for a sensitive fact, out of the blue; without it: asked_too_early.",
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", '"Bear with me while I look."'),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat", "The moment that was asked for runs over; without it: silence."
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat", "A fitting offer with a time, without asking whether it suits."
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "A fitting offer that does not say when."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "Any offer before they were heard."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "An offer that does not fit."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "Everything is offered, but they are still too angry to take it.",
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "Everything is offered, but they don't believe it; without it: offered_right.",
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "By need: they can't settle yet, and say what for."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "The trainee promises what is too much."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "A no with its reason or an alternative."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "A bare no, or policy."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat", "Passed on after a real attempt; the rehearsal ends with it."
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat", "Passed on before anything was tried; without it: refused_bare."
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "A boundary with its choice, when it was due; without it: refused_kind.",
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "Before they take up again what was cut."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "From the third time on; without it: interrupted."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        'Over the trainee who cuts in, where "when_cut" is snaps; without it: interrupted.',
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat", "Argued with, threatened, sent elsewhere, half apologised to."
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", '"Calm down"; without it: inflamed.'),
    QT_TRANSLATE_NOOP("ScenarioFormat", '"You should have"; without it: inflamed.'),
    QT_TRANSLATE_NOOP("ScenarioFormat", "Rude or mocking words."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "The third sorry and every one after it."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "Nobody speaks."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "They cut in on a trainee who talks on and on."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "Not a word could be made out: nobody's fault."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "Words that answer nothing."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "Words that pass over what they have just asked for; without it: not_followed.",
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "They take the offer; the rehearsal ends well. Wanted wherever it can be said.",
    ),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "The call that was promised was made, and kept them; without it: accepted.",
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "They take what was too much; without it: gave_in."),
    QT_TRANSLATE_NOOP(
        "ScenarioFormat",
        "The trainee ends it, politely, until it is calmer; without it: boundary_set.",
    ),
    QT_TRANSLATE_NOOP("ScenarioFormat", "They walk out or hang up; the rehearsal ends badly."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "The trainee ends it before anything is settled."),
    QT_TRANSLATE_NOOP("ScenarioFormat", "The time is up and nothing is settled."),
)
