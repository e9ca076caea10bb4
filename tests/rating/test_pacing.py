import pytest

from tests.support.rating import line, reply, rubric, sounded
from trainer.conversation.timeline import Baseline, Entry, Listening, Reply, ReplySound, Timeline
from trainer.conversation.words import Span, Word
from trainer.rating.pace import band_mark, mark_pacing
from trainer.rating.pacing import line_before, measure_pacing
from trainer.rating.scorecard import Pacing, Part

RULES = rubric().pacing
TEN = "one two three four five six seven eight nine ten"


def timeline(*entries: Entry, listening: Listening | None = None) -> Timeline:
    """Return a timeline of those entries."""
    return Timeline(120_000, entries, listening or Listening())


def measured(*entries: Entry, fillers: str = "", listening: Listening | None = None) -> Pacing:
    """Measure entries with one syllable a word."""
    whole = timeline(*entries, listening=listening)
    return measure_pacing(whole, RULES, lambda _: 1, fillers.split())


def paused_reply() -> Reply:
    """Return ten words in 5 s: 300 ms each, eight gaps of 100 ms and one pause of 1200 ms."""
    words, at = [], 10_000
    for index, text in enumerate(TEN.split()):
        words.append(Word(text, at, at + 300))
        at += 300 + (1200 if index == 4 else 100)
    return Reply(10_000, 15_000, tuple(words))


def test_one_reply_by_hand() -> None:
    """Ten words in five seconds are 120 a minute; the long gap is a pause, short ones are not."""
    pacing = measured(paused_reply())

    assert pacing.words_per_minute == 120.0
    assert pacing.articulation_rate == round(10 / 3.8, 2)
    assert pacing.pause_ratio == 0.24
    assert pacing.mean_pause_ms == pacing.longest_pause_ms == 1200
    assert pacing.longest_monologue_ms == 5000
    assert pacing.replies[0].words_per_minute == 120.0
    assert pacing.replies[0].longest_pause_ms == 1200


def test_all_replies_together() -> None:
    """The whole is all words over all speaking time, what lies between replies left out."""
    pacing = measured(reply(TEN, 0, 4000), reply(TEN, 60_000, 66_000))

    assert pacing.words_per_minute == 120.0
    assert [one.words_per_minute for one in pacing.replies] == [150.0, 100.0]
    assert pacing.mean_pause_ms == 0


@pytest.mark.parametrize(
    "short", [reply("just seven words in these five seconds", 0, 5000), reply(TEN, 0, 3999)]
)
def test_no_verdict_on_little(short: Reply) -> None:
    """Under eight words or four seconds there is no verdict."""
    pacing = measured(short)

    assert pacing.words_per_minute is None
    assert pacing.articulation_rate is None
    assert pacing.pause_ratio is None
    assert pacing.mean_pause_ms is None
    assert pacing.longest_pause_ms is None
    assert pacing.replies[0].words_per_minute is None
    assert pacing.replies[0].longest_pause_ms is None
    assert pacing.replies[0].words > 6


def test_typed_replies_have_no_pace() -> None:
    """The times of typed words are estimates: nothing is measured on them."""
    pacing = measured(line("well", 0, 1000), reply(TEN, 2000, 8000, typed=True))

    assert pacing.words_per_minute is None
    assert pacing.longest_monologue_ms is None
    assert pacing.reply_gap_ms_median is None
    assert pacing.replies[0].gap_ms is None


def test_gaps() -> None:
    """The gap runs from the line's end to the reply's start, below 0 for one over the line."""
    pacing = measured(
        line("a b", 0, 2000),
        reply("c", 2600, 3000),
        line("d e", 4000, 6000),
        reply("f", 5800, 7000),
        reply("g", 8000, 9000),
    )

    assert [one.gap_ms for one in pacing.replies] == [600, -200, None]
    assert pacing.reply_gap_ms_median == 200


def test_line_before() -> None:
    """A reply answers the last line before it, unless another reply already did."""
    first, answer, again = line("a", 0, 1000), reply("b", 1500, 2000), reply("c", 3000, 4000)
    whole = timeline(first, answer, again)

    assert line_before(whole, answer) is first
    assert line_before(whole, again) is None
    assert line_before(timeline(answer), answer) is None


def test_fillers() -> None:
    """Fillers are counted per 100 words, unless the recogniser can't hear them."""
    said = reply("um " + TEN + " um uh nothing more to say to you now", 0, 8000)
    deaf = Listening(fillers_unrated="The recogniser does not know fillers.")

    assert measured(said, fillers="um uh").fillers_per_100_words == 15.0
    assert measured(said, fillers="um uh", listening=deaf).fillers_per_100_words is None


def test_under_pressure() -> None:
    """The change under pressure is the pace after outbursts against the pace otherwise."""
    pacing = measured(
        line("calm", 0, 1000, pressure=40),
        reply(TEN, 1500, 6500),
        line("furious", 7000, 8000, pressure=90),
        reply(TEN, 8500, 12_500),
    )

    assert pacing.under_pressure_wpm == 30.0
    assert measured(reply(TEN, 0, 5000)).under_pressure_wpm is None


def test_words_without_length() -> None:
    """Words that take no time give no rate instead of an absurd one."""
    still = Reply(0, 0, tuple(Word(text, 0, 0) for text in TEN.split()))
    paused = Reply(
        0, 9000, tuple(Word(text, at * 500, at * 500) for at, text in enumerate("abcdefghij"))
    )

    assert measured(still).words_per_minute is None
    assert measured(paused).articulation_rate is None


@pytest.mark.parametrize(
    ("pace", "expected"),
    [
        (120, 100),
        (160, 100),
        (140, 100),
        (176, 70),
        (108, 70),
        (168, 85),
        (240, 0),
        (60, 0),
        (10, 0),
        (208, 35),
    ],
)
def test_band(pace: float, expected: float) -> None:
    """The target is worth 100, amber's edge 70, half as much too fast or slow nothing."""
    assert band_mark(pace, RULES) == pytest.approx(expected)


def test_mark_in_the_target() -> None:
    """A steady pace in the target has the full mark and no finding."""
    whole = timeline(reply(TEN, 0, 4500))
    judged = mark_pacing(whole, measured(*whole.entries), rubric())

    assert (judged.mark, judged.findings, judged.not_rated) == (100, (), {})


def test_mark_by_words() -> None:
    """Each reply counts by its words: one of two at amber's edge costs half of 30."""
    whole = timeline(reply(TEN, 0, 4500), reply(f"{TEN} {TEN}", 10_000, 16_818))
    judged = mark_pacing(whole, measured(*whole.entries), rubric())
    (finding,) = judged.findings

    assert judged.mark == 80
    assert (finding.rule, finding.points) == ("too_fast", -20.0)
    assert finding.text == "You spoke fast here: 176 words a minute."


def test_too_slow() -> None:
    """A slow reply is named as such."""
    whole = timeline(reply(TEN, 0, 7500))
    judged = mark_pacing(whole, measured(*whole.entries), rubric())

    assert [finding.rule for finding in judged.findings] == ["too_slow"]
    assert judged.mark == 29


def test_monologue_rattled_and_fillers() -> None:
    """A monologue, a pace that pressure changed and many fillers each cost what the rubric says."""
    long = " ".join(["um", *["word"] * 9] * 8)
    entries = (
        line("a", 0, 1000, pressure=30),
        reply(long, 2000, 40_000),
        line("b", 41_000, 42_000, pressure=80),
        reply(TEN, 43_000, 47_000),
    )
    whole = timeline(*entries)
    judged = mark_pacing(whole, measured(*entries, fillers="um"), rubric())

    assert [(one.rule, one.points) for one in judged.findings] == [
        ("monologue", -10.0),
        ("rattled", -10.0),
        ("fillers", -5.0),
    ]
    assert judged.mark == 75


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ((), "You have not said anything yet."),
        (
            (reply(TEN, 0, 5000, typed=True),),
            "You typed your replies, so there is no pace to rate.",
        ),
        ((reply("yes", 0, 500),), "No reply was long enough for a verdict on its pace."),
    ],
)
def test_not_rated(entries: tuple[Reply, ...], why: str) -> None:
    """What has no pace is not rated, and the reason is said."""
    judged = mark_pacing(timeline(*entries), measured(*entries), rubric())

    assert judged.mark is None
    assert judged.not_rated == {"pacing": why}


def test_fillers_not_rated() -> None:
    """A recogniser that knows no fillers is named, and the mark still given."""
    deaf = Listening(fillers_unrated="The recogniser does not know fillers.")
    whole = timeline(reply(TEN, 0, 4500), listening=deaf)
    judged = mark_pacing(whole, measured(*whole.entries, listening=deaf), rubric())

    assert judged.mark == 100
    assert judged.not_rated == {"fillers_per_100_words": "The recogniser does not know fillers."}


def test_the_sound_check_tells_the_usual_pace() -> None:
    """With too few replies after calm lines, the pace of the sentence read is the calm one."""
    entries = (
        line("calm", 0, 1000, pressure=40),
        reply(TEN, 1500, 6500),
        line("furious", 7000, 8000, pressure=90),
        reply(TEN, 8500, 12_500),
    )
    checked = Listening(baseline=Baseline(words_per_minute=130.0))
    pacing = measured(*entries, listening=checked)
    judged = mark_pacing(timeline(*entries, listening=checked), pacing, rubric())

    assert pacing.under_pressure_wpm == 20.0
    assert pacing.under_pressure_against == "sound check"
    assert pacing.made_of["under_pressure_wpm"] == (
        Part("after an outburst", 150.0, "words a minute", 8500, 12_500),
        Part("sound check", 130.0, "words a minute"),
    )
    assert [one.text for one in judged.findings] == [
        "After outbursts you spoke 20 words a minute faster than in your sound check."
    ]


def test_enough_calm_replies_need_no_sound_check() -> None:
    """The rehearsal itself tells more than one sentence that was read."""
    entries = (
        line("calm", 0, 1000, pressure=40),
        reply(TEN, 1500, 6500),
        line("calm", 20_000, 21_000, pressure=40),
        reply(TEN, 21_500, 26_500),
        line("furious", 27_000, 28_000, pressure=90),
        reply(TEN, 28_500, 32_500),
    )
    pacing = measured(*entries, listening=Listening(baseline=Baseline(words_per_minute=90.0)))

    assert (pacing.under_pressure_wpm, pacing.under_pressure_against) == (30.0, "other replies")


def test_only_outbursts() -> None:
    """With nothing to compare with there is no change."""
    entries = (line("furious", 0, 1000, pressure=90), reply(TEN, 1500, 6500))

    assert measured(*entries).under_pressure_wpm is None
    assert measured(*entries, listening=Listening(baseline=Baseline())).under_pressure_wpm is None


def test_doubtful_words_do_not_count() -> None:
    """The words of one reply are not borne out: it is named, and the mark is the other's."""
    doubtful = sounded(reply(TEN, 10_000, 15_000), (Span(10_000, 15_000),), nuclei=20)
    entries = (reply(TEN, 0, 4500), doubtful)
    judged = mark_pacing(timeline(*entries), measured(*entries), rubric())

    assert judged.mark == 100
    assert [(one.rule, one.points, one.text) for one in judged.findings] == [
        (
            "doubtful_words",
            0.0,
            (
                "The recognised words and the sound are 50 % apart here, so the pace is an "
                "estimate from the sound and not rated."
            ),
        )
    ]
    assert measured(*entries).made_of["words_per_minute"][2:] == (
        Part("recognised", 10, "words", 0, 4500),
        Part("estimated from the sound", 20, "words", 10_000, 15_000),
    )


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (TEN, "The recognised words and the sound do not agree"),
        ("", "No words were recognised"),
    ],
)
def test_not_rated_by_sound_alone(words: str, why: str) -> None:
    """Without words to trust there are measures, and no mark."""
    said = reply(words, 0, 5000) if words else Reply(0, 5000, ())
    said = sounded(said, (Span(0, 2000), Span(2600, 5000)), nuclei=22)
    judged = mark_pacing(timeline(said), measured(said), rubric())

    assert measured(said).articulation_rate == 5.0
    assert measured(said).longest_pause_ms == 600
    assert judged.mark is None
    assert judged.not_rated["pacing"].startswith(why)


def test_estimated_fillers() -> None:
    """They are labelled as an estimate, and cost nothing."""
    words = reply(TEN, 0, 4000).words
    voiced = (Span(0, 4000), Span(4200, 4600))
    said = Reply(
        0, 5000, words, sound=ReplySound((Span(0, 5000),), voiced, tuple(range(0, 4400, 400)))
    )
    deaf = Listening(fillers_unrated="The recogniser does not know fillers.")
    pacing = measured(said, listening=deaf)
    judged = mark_pacing(timeline(said, listening=deaf), pacing, rubric())

    assert (pacing.fillers_per_100_words, pacing.fillers_estimated) == (10.0, True)
    assert [(one.rule, one.points, one.text) for one in judged.findings] == [
        (
            "fillers_estimated",
            0.0,
            "About 10 fillers in 100 words, by voiced stretches without words.",
        )
    ]
    assert judged.not_rated == {
        "fillers_per_100_words": "The recogniser does not know fillers. The figure is an estimate "
        "from voiced stretches without words, and costs nothing.",
        "voice": "There was no sound check to compare your voice with.",
    }


def test_what_measures_are_made_of() -> None:
    """Every measure opens to the amounts, moments and words that it came from."""
    entries = (line("well", 8000, 9500), paused_reply())
    made_of = measured(*entries, fillers="three").made_of

    assert made_of == {
        "words_per_minute": (
            Part("words", 10, "words"),
            Part("speaking time", 5000, "ms"),
            Part("recognised", 10, "words", 10_000, 15_000),
        ),
        "articulation_rate": (
            Part("syllables", 10, "syllables"),
            Part("speaking time without pauses", 3800, "ms"),
            Part("of the words", 10, "syllables", 10_000, 15_000),
        ),
        "pause_ratio": (Part("pauses", 1200, "ms"), Part("speaking time", 5000, "ms")),
        "mean_pause_ms": (Part("pause", 1200, "ms", 11_900, 13_100),),
        "longest_pause_ms": (Part("pause", 1200, "ms", 11_900, 13_100),),
        "fillers_per_100_words": (
            Part("filler", 1, "", 10_800, 11_100),
            Part("words", 10, "words"),
        ),
        "reply_gap_ms_median": (Part("gap", 500, "ms", 9500, 10_000),),
        "longest_monologue_ms": (Part("reply", 5000, "ms", 10_000, 15_000),),
    }
