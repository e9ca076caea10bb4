"""A call that many tests and the report's picture speak of: Marcus Bell, charged twice."""

from itertools import accumulate

from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import (
    Entry,
    LineSpoken,
    Listening,
    MoodMove,
    Outcome,
    Overlap,
    OverlapKind,
    Reply,
    Silence,
    Timeline,
)
from trainer.conversation.words import Span, Word
from trainer.rating.scorecard import (
    Advice,
    Finding,
    HeardTechnique,
    Marks,
    Pacing,
    Rating,
    ReplyPacing,
    Scorecard,
)
from trainer.techniques.technique import Technique, TechniqueId

__all__ = ["example_rating", "example_timeline", "spread"]

T = TechniqueId

LINES: tuple[tuple[Millis, Millis, int, int, str, str], ...] = (
    # start, end, pressure, unheard, situation, text
    (
        600,
        22_400,
        72,
        14,
        "opening",
        (
            "Right, so you've taken a hundred and eighteen pounds off me. Twice. Same day. "
            "I rang Tuesday. I rang Thursday. Thursday some lad tells me it's “processing”. "
            "And now my rent's bounced, and my landlord, who in eleven years has never once"
        ),
    ),
    (
        25_900,
        34_000,
        81,
        0,
        "interrupted",
        (
            "No. No, you can let me finish, because nobody else has. He rings me at work. At work. "
            "On the bus. That's what you lot have done."
        ),
    ),
    (45_900, 49_800, 67, 0, "acknowledged", "… Yeah. Well. It was. In front of passengers."),
    (
        62_600,
        69_300,
        60,
        0,
        "reflected_one_wrong",
        (
            "Thursday. It bounced Thursday. Friday's when he rang. But yeah. That's it. "
            "What are you going to do about it?"
        ),
    ),
    (
        84_300,
        89_700,
        44,
        0,
        "offered",
        "They did, twenty-five quid. Noon tomorrow. You said “processing” last time.",
    ),
    (
        103_400,
        110_300,
        29,
        0,
        "assured",
        (
            "… All right. All right. One o'clock. I'm on my break then. "
            "Thanks. You're the first one that's listened."
        ),
    ),
)

REPLIES: tuple[tuple[Millis, Millis, str], ...] = (
    (21_800, 25_000, "i understand sir but if i could just take your"),
    (
        35_400,
        44_700,
        (
            "i'm sorry being rung at work about your rent when you've never missed it that's "
            "humiliating and it was our double charge that did it"
        ),
    ),
    (
        51_000,
        61_800,
        (
            "so if i've got it right two charges of a hundred and eighteen on the same day you've "
            "called twice and because of it the rent bounced on friday is that right"
        ),
    ),
    (
        70_500,
        83_400,
        (
            "thursday thank you here's what i can do right now i'm sending the second hundred and "
            "eighteen back it's in your account by noon tomorrow and if the bank charged you for "
            "the bounced rent i'll pay that too would that put it right"
        ),
    ),
    (
        91_000,
        102_600,
        (
            "i did hear that and you shouldn't have been told it i'm staying on the line until "
            "you've got the confirmation by text and i'll ring you myself at one tomorrow to make "
            "sure it's there"
        ),
    ),
)

MOODS: tuple[tuple[Millis, int, int, str, str], ...] = (
    (22_400, 81, 9, "you cut in at “never once”; 14 words unheard", "interruption"),
    (44_700, 67, -14, "you named the feeling and took responsibility", "acknowledge_feelings"),
    (61_800, 60, -7, "you gave three facts back, one of them wrong", "reflect"),
    (83_400, 44, -16, "you said what and when, and asked if it suits", "offer_solution"),
    (102_600, 29, -15, "you promised something named, and a call", "follow_up"),
)

HEARD: tuple[tuple[int, TechniqueId, str, float, str], ...] = (
    (0, T.INTERRUPT_WORDS, "if i could just take your", 0.6, "interrupt.if_i_could_just"),
    (1, T.APOLOGISE, "i'm sorry", 0.8, "apologise.sorry"),
    (1, T.ACKNOWLEDGE_FEELINGS, "that's humiliating", 1.0, "feelings.that_is_EMOTION"),
    (1, T.TAKE_RESPONSIBILITY, "it was our double charge that did it", 1.0, "own.it_was_our"),
    (2, T.REFLECT, "so if i've got it right two charges of a hundred", 0.9, "reflect.got_it_right"),
    (2, T.SEEK_AGREEMENT, "is that right", 0.7, "agree.is_that_right"),
    (3, T.THANK, "thank you", 0.6, "thank.you"),
    (3, T.OFFER_SOLUTION, "here's what i can do right now", 1.0, "offer.what_i_can_do"),
    (3, T.GIVE_TIME, "by noon tomorrow", 1.0, "time.by_TIME"),
    (3, T.SEEK_AGREEMENT, "would that put it right", 0.9, "agree.would_that"),
    (4, T.VALIDATE, "you shouldn't have been told it", 0.8, "validate.should_not_have"),
    (4, T.ASSURE, "i'm staying on the line until you've got", 1.0, "assure.staying_until"),
    (4, T.FOLLOW_UP, "i'll ring you myself at one tomorrow", 1.0, "follow_up.ring_TIME"),
)

GAPS = (-600, 1_400, 1_200, 1_200, 1_300)
PAUSES = (0.04, 0.11, 0.09, 0.08, 0.07)


def spread(
    text: str, start_ms: Millis, end_ms: Millis, confidence: float = 1.0
) -> tuple[Word, ...]:
    """Lay the words of `text` out over the span, each as long as its letters."""
    texts = text.split()
    weights = [len(word) + 2 for word in texts]
    edges = [0, *accumulate(weights)]
    each = (end_ms - start_ms) / max(edges[-1], 1)
    return tuple(
        Word(word, start_ms + round(begin * each), start_ms + round((end - 1) * each), confidence)
        for word, begin, end in zip(texts, edges, edges[1:], strict=False)
    )


def example_timeline() -> Timeline:
    """Return Marcus's call: one interruption, one backchannel, an outcome worth having."""
    entries: list[Entry] = [*_lines(), *_replies(), *_moods(), *_beside()]
    return Timeline(
        duration_ms=111_000,
        entries=tuple(sorted(entries, key=lambda entry: (entry.start_ms, entry.kind))),
        listening=Listening(
            recogniser="Vosk, vosk-model-small-en-us-0.15",
            fillers_unrated="The recogniser's vocabulary has no “um” or “uh”.",
        ),
        outcome=Outcome(
            id="satisfied",
            good=True,
            why="Marcus has his money back by noon tomorrow and a call to look forward to.",
        ),
    )


def example_rating() -> Rating:
    """Return how Marcus's call was rated."""
    return Rating(pacing=_pacing(), techniques=_techniques(), scorecard=_scorecard())


def _lines() -> list[Entry]:
    return [
        LineSpoken(
            start_ms=start,
            end_ms=end,
            line_id=f"line.{number}",
            words=spread(text, start, end),
            text=text,
            pressure=pressure,
            unheard=unheard,
            situation=situation,
        )
        for number, (start, end, pressure, unheard, situation, text) in enumerate(LINES, 1)
    ]


def _replies() -> list[Entry]:
    return [
        Reply(start, end, words=spread(text, start, end, 0.93), speech=(Span(start, end),))
        for start, end, text in REPLIES
    ]


def _moods() -> list[Entry]:
    return [
        MoodMove(at, at, pressure, change, why, rule) for at, pressure, change, why, rule in MOODS
    ]


def _beside() -> list[Entry]:
    return [
        Overlap(10_200, 10_620, OverlapKind.BACKCHANNEL, words="mm hm"),
        Overlap(
            21_800,
            22_400,
            OverlapKind.INTERRUPTION,
            words="i understand",
            cut_at="never once",
            unheard=14,
        ),
        Overlap(89_480, 89_700, OverlapKind.END_OVERLAP, words="yes"),
        Silence(110_300, 111_000),
    ]


def _pacing() -> Pacing:
    each = zip(REPLIES, GAPS, PAUSES, strict=True)
    return Pacing(
        words_per_minute=149.0,
        articulation_rate=4.3,
        pause_ratio=0.08,
        mean_pause_ms=410,
        longest_pause_ms=880,
        fillers_per_100_words=None,
        reply_gap_ms_median=1_200,
        longest_monologue_ms=12_900,
        replies=tuple(
            ReplyPacing(
                start_ms=start,
                end_ms=end,
                words=len(text.split()),
                words_per_minute=None if number == 0 else 143.0 + 4 * number,
                articulation_rate=None if number == 0 else 4.1 + 0.1 * number,
                pause_ratio=None if number == 0 else pauses,
                longest_pause_ms=None if number == 0 else 480 + 100 * number,
                gap_ms=gap,
            )
            for number, ((start, end, text), gap, pauses) in enumerate(each)
        ),
    )


def _techniques() -> tuple[HeardTechnique, ...]:
    return tuple(_heard(*heard) for heard in HEARD)


def _heard(reply: int, id_: TechniqueId, quote: str, strength: float, entry: str) -> HeardTechnique:
    start_ms, end_ms, text = REPLIES[reply]
    said, wanted = text.split(), quote.split()
    start = next(at for at in range(len(said)) if said[at : at + len(wanted)] == wanted)
    end = start + len(wanted)
    words = spread(text, start_ms, end_ms)
    return HeardTechnique(
        reply=reply,
        technique=Technique(id_, start, end, quote, strength, entry),
        start_ms=words[start].start_ms,
        end_ms=words[end - 1].end_ms,
    )


def _scorecard() -> Scorecard:
    return Scorecard(
        overall=78,
        marks=Marks(listening=58, calming=88, steps=84, pacing=76, outcome=95),
        summary=(
            "You cut Marcus off once, at “never once”, and then you listened: "
            "he left with a time, an amount and a call."
        ),
        advice=_advice(),
        findings=(
            Finding(
                mark="listening",
                rule="interruption",
                points=-30.0,
                start_ms=21_800,
                end_ms=22_400,
                quote="i understand sir but",
                text="You cut in 21 seconds into his story; 14 words went unheard.",
            ),
            Finding(
                mark="calming",
                rule="acknowledge_feelings",
                points=12.0,
                start_ms=35_400,
                end_ms=44_700,
                quote="that's humiliating",
                text="You named what it felt like, and the fact that made it so.",
            ),
        ),
        not_rated={
            "fillers": "The recogniser's vocabulary has no “um” or “uh”. "
            "Install a larger model to have them counted.",
            "voice": "No sound check was made, so there is no voice of your own to compare with.",
        },
    )


def _advice() -> tuple[Advice, ...]:
    return (
        Advice(
            start_ms=21_800,
            end_ms=25_000,
            said="I understand, sir, but if I could just take your …",
            better="Mm-hm. … Go on.",
            why="You cut in once, with “but”. Let a vent like this run to its pause: "
            "it was 6 seconds from its end.",
            rule="interruption",
        ),
        Advice(
            start_ms=51_000,
            end_ms=61_800,
            said="… because of it the rent bounced on Friday.",
            better="… and on Thursday the rent bounced. Have I got that right?",
            why="Two of three facts were right. The day mattered to him: note days down.",
            rule="reflect",
        ),
        Advice(
            start_ms=70_500,
            end_ms=83_400,
            said="And if the bank charged you for the bounced rent, I'll pay that too.",
            better="Did the bank charge you for it? Then I'll pay that as well.",
            why="A question first gives him the choice, and you the amount.",
            rule="open_question",
        ),
    )
