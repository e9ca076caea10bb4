"""The report: one file that says everything, loads nothing and runs nothing."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.support.examples import example_rating, example_timeline, spread
from trainer.conversation.timeline import (
    Glitch,
    Listening,
    Overlap,
    OverlapKind,
    Reply,
    Silence,
    Timeline,
)
from trainer.rating.scorecard import Marks, Pacing, Rating, Scorecard
from trainer.records.problems import RecordsProblem
from trainer.records.report import Heading, report_html, write_report
from trainer.records.wording import (
    OVERLAPS,
    TECHNIQUES,
    mark_text,
    mark_word,
    measure_name,
    seconds,
)
from trainer.techniques.technique import TechniqueId

HEADING = Heading("Double charge", "Marcus", "Ada", "3 November 2026, 14:15", "Practice")
UNRATED = Rating(Pacing(), (), Scorecard(None, Marks(), "Nothing was said."))


class Seen(HTMLParser):
    """What a reader sees, and whether every tag is closed."""

    VOID = frozenset({"meta", "br", "img", "link"})

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember what has to be closed."""
        del attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass over what closes itself."""

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last, and no other."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Collect text outside the style sheet."""
        if "style" not in self.open:
            self.text += " " + data


def seen(html: str) -> str:
    """Return the text of a page whose tags are in order, spaces squeezed."""
    page = Seen()
    page.feed(html)
    assert page.open == []
    return " ".join(page.text.split())


@pytest.fixture(scope="module")
def html() -> str:
    """Return the report of Marcus's call."""
    return report_html(HEADING, example_timeline(), example_rating())


def test_nothing_is_loaded_or_run(html: str) -> None:
    """No script, no address, no file beside it; small enough to be mailed."""
    assert "<script" not in html
    assert not re.search(r"https?:|@import|<link|<img|(?:src|href)=", html)
    assert set(re.findall(r"url\(([^)]{0,15})", html)) == {"data:font/woff2", "#pressure"}
    assert len(html.encode()) < 300_000


def test_marks_stand_with_their_words(html: str) -> None:
    """Overall and five marks are numbers with a word, under the sentence that sums up."""
    text = seen(html)

    assert "You cut Marcus off once, at “never once”" in text
    assert 'aria-label="Overall: 78 of 100, steady"' in html
    for shown in ("Listening 58 coming on", "Calming language 88 strong", "Outcome 95 strong"):
        assert shown in text
    assert "A good ending. Marcus has his money back" in text


def test_advice_has_moment_words_and_better(html: str) -> None:
    """Three cards, each with when, what was said, and what might land better."""
    text = seen(html)

    assert "Three things to try next time" in text
    assert "1 0:21 You cut in once" in text
    assert "Might land better Mm-hm. … Go on." in text


def test_the_transcript_marks_techniques(html: str) -> None:
    """Calming and inflaming words are marked and named, moods and overlaps stand between."""
    text = seen(html)

    assert '<mark class="inflaming" title="cuts in with words">if i could just' in html
    assert '<mark title="apologises">i&#39;m sorry</mark>' in html
    assert "+9 you cut in at “never once”; 14 words unheard" in text
    assert "\N{MINUS SIGN}14 you named the feeling" in text
    assert "You cut in with “i understand”, at “never once”; 14 words unheard" in text
    assert "cut off, 14 words unheard" in text


def test_what_is_not_rated_says_why(html: str) -> None:
    """Reasons and the recogniser's name stand at the end."""
    text = seen(html)

    assert "Fillers The recogniser's vocabulary has no" in text
    assert "Vosk, vosk-model-small-en-us-0.15 listened." in text


def test_an_unrated_rehearsal_has_a_report_too() -> None:
    """Where there is nothing, the page says so instead of failing."""
    text = seen(report_html(Heading("talk.wav"), Timeline(0, ()), UNRATED))

    assert "Listening · not rated" in text
    assert "Everything could be rated." in text
    assert "nobody listened" in text


def test_words_can_not_break_the_page() -> None:
    """Whatever is typed is shown as it was typed."""
    typed = Reply(0, 900, spread("<script>alert(1)</script> & co", 0, 900), typed=True)
    timeline = Timeline(1_000, (typed,), Listening())

    html = report_html(Heading("<b>bold</b>"), timeline, UNRATED)

    assert "<script" not in html
    assert "<b>bold" not in html
    assert "<script>alert(1)</script> & co — typed" in seen(html)
    assert "1 reply typed." in seen(html)


def test_silence_and_glitches_are_told() -> None:
    """Dead air of three seconds and what the hardware did stand in the transcript."""
    entries = (
        Silence(0, 2_999),
        Silence(4_000, 8_000),
        Silence(9_000, 13_500, announced=True),
        Glitch(14_000, 14_000, "The microphone was unplugged."),
    )

    text = seen(report_html(HEADING, Timeline(15_000, entries), UNRATED))

    assert "3.0 s of silence" not in text
    assert "4.0 s of silence, nobody spoke" in text
    assert "4.5 s of silence, announced" in text
    assert "The microphone was unplugged." in text


def test_every_overlap_has_a_shape_and_a_legend() -> None:
    """Colour is never the only sign."""
    overlaps = tuple(
        Overlap(at * 1_000, at * 1_000 + 500, kind) for at, kind in enumerate(OverlapKind)
    )

    html = report_html(HEADING, Timeline(9_000, overlaps), UNRATED)

    shapes = [
        re.search(rf'<(path|circle|rect) class="{kind}" (?:d|cx|x)="[^"]*"', html)
        for kind in OverlapKind
    ]
    assert None not in shapes
    assert len({shape[1] for shape in shapes if shape}) == 3
    assert "They cut in on you" in seen(html)


def test_a_bad_ending_is_said_kindly() -> None:
    """No red, no failure: a sentence."""
    outcome = example_timeline().outcome
    assert outcome
    timeline = replace(example_timeline(), outcome=replace(outcome, good=False, why="He rang off."))

    text = seen(report_html(HEADING, timeline, example_rating()))

    assert "Not the ending one hopes for. He rang off." in text


def test_every_technique_has_a_name() -> None:
    """No id is ever shown to a person."""
    assert set(TECHNIQUES) == set(TechniqueId)
    assert set(OVERLAPS) == set(OverlapKind)


@pytest.mark.parametrize(
    ("mark", "word"),
    [(None, "not rated"), (0, "much to gain"), (30, "a start"), (71, "steady"), (100, "strong")],
)
def test_marks_have_words(mark: int | None, word: str) -> None:
    """A number never stands alone."""
    assert mark_word(mark) == word
    assert mark_text(mark) == (word if mark is None else f"{mark}, {word}")


def test_names_and_lengths_read_well() -> None:
    """Measures without a name of their own are spelled out; a negative gap has a real minus."""
    assert measure_name("reply_gap_ms_median") == "Before you answer"
    assert measure_name("room_noise") == "Room noise"
    assert seconds(-600) == "\N{MINUS SIGN}0.6 s"


def test_a_report_is_written_where_it_is_wanted(tmp_path: Path, html: str) -> None:
    """The file holds the page, its folder is made."""
    path = tmp_path / "new" / "report.html"

    write_report(path, HEADING, example_timeline(), example_rating())

    assert path.read_bytes() == html.encode()


def test_a_place_that_can_not_be_written_is_said(tmp_path: Path) -> None:
    """One line names the place and asks for another."""
    with pytest.raises(RecordsProblem, match=r"report can't be written to .*Choose another place"):
        write_report(tmp_path, HEADING, example_timeline(), example_rating())


def test_an_estimate_is_called_one() -> None:
    """Fillers that no recogniser counted are not shown as if it had."""
    rating = example_rating()
    counted = replace(rating.pacing, fillers_per_100_words=7.0)
    estimated = replace(counted, fillers_estimated=True)
    pages = [
        seen(report_html(HEADING, example_timeline(), replace(rating, pacing=pacing)))
        for pacing in (counted, estimated)
    ]

    assert ["an estimate from the sound" in page for page in pages] == [False, True]
