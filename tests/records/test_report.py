"""The report: one file that says everything, loads nothing and runs nothing."""

import re
import sys
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from jinja2 import UndefinedError

from tests.support.desktop import example_scenario, stored
from tests.support.examples import example_rating, example_timeline, spread
from tests.support.rehearsals import recorded
from trainer.conversation.timeline import (
    Entry,
    Glitch,
    Listening,
    MoodMove,
    Overlap,
    OverlapKind,
    Reply,
    Silence,
    Timeline,
)
from trainer.rating.fluency import LEFT_OUT, left_out, without_fluency
from trainer.rating.scorecard import Marks, Pacing, Rating, Scorecard
from trainer.records.page import fill_in
from trainer.records.paper import page_count
from trainer.records.problems import RecordsProblem
from trainer.records.report import Beside, Heading, heading_of, report_html, write_report
from trainer.records.store import Again, Note, Otherwise, RehearsalId
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


def report_pdf_of(
    heading: Heading, timeline: Timeline, rating: Rating, beside: Beside | None = None
) -> bytes:
    """Return what is written into a file whose name ends in .pdf."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.PDF"
        write_report(path, heading, timeline, rating, beside or Beside())
        return path.read_bytes()


def lasting(calls: int) -> tuple[Timeline, Rating]:
    """Return Marcus's call so many times in a row, 111 s each, and its rating."""
    call, rating = example_timeline(), example_rating()
    entries: list[Entry] = []
    for number in range(calls):
        shift_ms = number * call.duration_ms
        entries += (
            replace(entry, start_ms=entry.start_ms + shift_ms, end_ms=entry.end_ms + shift_ms)
            for entry in call.entries
        )
    replies = len(call.replies)
    heard = tuple(
        replace(one, reply=one.reply + number * replies)
        for number in range(calls)
        for one in rating.techniques
    )
    timeline = replace(call, duration_ms=calls * call.duration_ms, entries=tuple(entries))
    return timeline, replace(rating, techniques=heard)


@pytest.fixture(scope="module")
def html() -> str:
    """Return the report of Marcus's call."""
    return report_html(HEADING, example_timeline(), example_rating())


def test_nothing_is_loaded_or_run(html: str) -> None:
    """No script, no address, no file beside it; small enough to be mailed."""
    assert "<script" not in html
    assert not re.search(r'https?:|@import|<link|<img|src=|href="(?!#)', html)
    assert set(re.findall(r"url\(([^)]{0,15})", html)) == {"data:font/woff2", "#pressure"}
    assert len(html.encode()) < 100_000


def test_marks_stand_with_their_words(html: str) -> None:
    """Overall and five marks are numbers with a word, under the sentence that sums up."""
    text = seen(html)

    assert "You cut Marcus off once, at “never once”" in text
    assert 'aria-label="Overall: 78 of 100, steady"' in html
    for shown in ("Listening 58 coming on", "Calming language 88 strong", "Outcome 95 strong"):
        assert shown in text
    assert "A good ending. Marcus has his money back" in text


def test_own_marks_stand_beside_the_given_ones() -> None:
    """Each with how far it is off; who did not mark themselves reads nothing of it."""
    own = Beside(own_marks=Marks(listening=70, calming=80, pacing=76))

    text = seen(report_html(HEADING, example_timeline(), example_rating(), own))

    assert "Listening 58 coming on · you said 70, 12 higher" in text
    assert "Calming language 88 strong · you said 80, 8 lower" in text
    assert "Pacing 76 steady · you said 76, just so Outcome 95 strong" in text
    assert "Steps 84 steady Pacing" in text


def test_an_own_mark_stands_where_there_is_no_given_one() -> None:
    """What the trainee thought is theirs, whatever could be rated."""
    own = Beside(own_marks=Marks(listening=70))

    text = seen(report_html(HEADING, example_timeline(), UNRATED, own))

    assert "Listening · not rated · you said 70" in text


def test_own_marks_are_on_paper_too() -> None:
    """They take no page more."""
    own = Beside(own_marks=Marks(70, 80, 90, 76, 90))

    marked = report_pdf_of(HEADING, example_timeline(), example_rating(), own)
    unmarked = report_pdf_of(HEADING, example_timeline(), example_rating())

    assert page_count(marked) == page_count(unmarked)
    assert marked != unmarked


def test_advice_has_moment_words_and_better(html: str) -> None:
    """Three cards, each with when, what was said, and what might land better."""
    text = seen(html)

    assert "Three things to try next time" in text
    assert "1 0:21 You cut in once" in text
    assert "Might land better Mm-hm. … Go on." in text


def test_the_transcript_marks_techniques(html: str) -> None:
    """Calming and inflaming words are marked and named, moods and overlaps stand between."""
    text = seen(html)

    cuts_in = "cuts in with words (by the entry interrupt.if_i_could_just)"
    assert f'<mark class="inflaming" title="{cuts_in}">if i could just' in html
    assert '<mark title="apologises (by the entry apologise.sorry)">i&#39;m sorry</mark>' in html
    assert "words calm words inflame" in text
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


def test_hostile_words_stay_words_on_paper_too() -> None:
    """Typst's markup, code and files in what was said are letters and nothing else."""
    hostile = 'a\x00\x0b\ufffe #read("/etc/passwd") $x$ ] } " \\ <a> *b*'
    typed = Reply(0, 900, spread(hostile, 0, 900), typed=True)
    heading = Heading(hostile, hostile, hostile)
    rating = replace(UNRATED, scorecard=replace(UNRATED.scorecard, summary=hostile))

    pdf = report_pdf_of(heading, Timeline(1_000, (typed,), Listening()), rating)

    assert page_count(pdf) == 1


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


def test_a_pdf_says_the_same_on_two_pages() -> None:
    """A usual call fits; it is tagged, has its title, and the same report gives the same bytes."""
    pdf = report_pdf_of(HEADING, example_timeline(), example_rating())

    assert pdf.startswith(b"%PDF-")
    assert page_count(pdf) == 2
    assert b"/StructTreeRoot" in pdf
    assert b"Double charge" in pdf
    assert len(pdf) < 200_000
    assert pdf == report_pdf_of(HEADING, example_timeline(), example_rating())


@pytest.mark.parametrize("name", ["Żółć", "Жанна", "山田", "Ada 😀", "أمل"])
def test_names_in_any_script_have_a_pdf(name: str) -> None:
    """Letters that our font lacks come from the system, or are boxes; the report is there."""
    pdf = report_pdf_of(replace(HEADING, trainee=name), example_timeline(), example_rating())

    assert page_count(pdf) == 2


@pytest.mark.parametrize("calls", [3, 5, 11])
def test_long_calls_are_two_pages_too(calls: int) -> None:
    """Six, nine and twenty minutes, whose talk would not fit."""
    assert page_count(report_pdf_of(HEADING, *lasting(calls))) == 2


def test_without_typst_a_pdf_is_refused_kindly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There are systems without a wheel of it; HTML is offered instead."""
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(RecordsProblem, match=r"ends in \.html, open it and print it"):
        write_report(tmp_path / "report.pdf", HEADING, example_timeline(), example_rating())


def test_a_long_call_is_whole_on_screen_and_chosen_on_paper() -> None:
    """No turn is missing from the page; those that are not printed are counted."""
    timeline, rating = lasting(5)

    html = report_html(HEADING, timeline, rating)
    text = seen(html)

    assert len(re.findall(r'<li class="(?:customer|you)(?: screen)?" id=', html)) == 55
    assert "Printed are the moments that say most" in text
    assert "turns not printed" in text
    assert "not printed" not in seen(report_html(HEADING, example_timeline(), example_rating()))


def test_steps_open_to_where_they_led() -> None:
    """Pressure, trust and what the customer had got by then stand behind each step."""
    move = MoodMove(500, 500, 81, 9, "you cut in", trust=31, met=("apology", "time"))

    html = report_html(HEADING, Timeline(1_000, (move,)), UNRATED)

    opened = "Pressure 72 → 81 of 100. Trust 31 of 100. They had got: a plain sorry, a time."
    assert f"<p>{opened}</p></details>" in html


def test_the_ending_says_what_they_had_got() -> None:
    """What was met by the last step stands beside how it ended."""
    call = example_timeline()
    move = MoodMove(110_900, 110_900, 20, -9, "you kept your word", met=("heard", "follow_up"))

    text = seen(report_html(HEADING, replace(call, entries=(*call.entries, move)), UNRATED))

    assert "By then Marcus had got: being heard, a promise to follow up." in text


def test_own_words_are_shown_or_have_room() -> None:
    """The newest answer to each question, and lines to write on where there is none."""
    when = datetime(2026, 11, 3, tzinfo=UTC)
    notes = (
        Note("What caused it?", "I was in a hurry.", when),
        Note("What caused it?", "I did not <listen>.", when),
        Note("Who helped?", "Nobody.", when),
    )

    html = report_html(HEADING, example_timeline(), example_rating(), Beside(notes))

    assert "What caused it? I did not <listen>." in seen(html)
    assert "in a hurry" not in html
    assert "Who helped? Nobody." in seen(html)
    assert html.count('class="lines"') == 2


def test_what_is_seen_otherwise_stands_with_the_own_words() -> None:
    """With its moment, on screen and on paper, which stays two pages."""
    when = datetime(2026, 11, 3, tzinfo=UTC)
    beside = Beside(otherwise=(Otherwise(51_000, "I did <ask> him.", when),))
    call, rating = example_timeline(), example_rating()

    assert "Seen otherwise, at 0:51 I did <ask> him." in seen(
        report_html(HEADING, call, rating, beside)
    )
    noted = report_pdf_of(HEADING, call, rating, beside)
    assert page_count(noted) == 2
    assert noted != report_pdf_of(HEADING, call, rating)


def test_the_report_of_a_take_says_so() -> None:
    """In its title: which moment it was."""
    scenario = example_scenario()
    summary = replace(stored(7).summary, again=Again(RehearsalId(1), 25_900))

    assert heading_of(scenario, summary).title == "Double charge, again from 0:25"
    assert heading_of(scenario, stored(7).summary).title == "Double charge"


def test_a_pace_that_can_not_be_compared_says_so(html: str) -> None:
    """Under pressure is rated only where something was said after outbursts and otherwise."""
    rating = example_rating()
    faster = replace(rating, pacing=replace(rating.pacing, under_pressure_wpm=6.2))

    assert "Under pressure Too little was said after outbursts" in seen(html)
    text = seen(report_html(HEADING, example_timeline(), faster))
    assert "Under pressure after outbursts 6 faster" in text
    assert "Too little was said" not in text


def test_every_link_leads_somewhere(html: str) -> None:
    """A click in the picture finds its turn, its step or its advice."""
    targets = set(re.findall(r' id="([^"]+)"', html))
    links = set(re.findall(r'href="#([^"]+)"', html))

    assert links
    assert links <= targets


def test_clips_are_there_only_when_asked_for(tmp_path: Path, html: str) -> None:
    """Each advice and each interruption can be heard; a report without them holds no sound."""
    recording = recorded(tmp_path / "call.flac", seconds_long=111)

    loud = report_html(HEADING, example_timeline(), example_rating(), Beside(recording=recording))

    assert "<audio" not in html
    assert loud.count('src="data:audio/flac;base64,') == 4
    assert not re.search(r'src="(?!data:audio/flac;base64,)', loud)
    assert 'aria-label="The moment at 0:21"' in loud


def test_a_pdf_refuses_clips(tmp_path: Path) -> None:
    """It says what to do instead, and writes nothing."""
    beside = Beside(recording=tmp_path / "call.flac")
    path = tmp_path / "report.pdf"

    with pytest.raises(RecordsProblem, match="holds no sound"):
        write_report(path, HEADING, example_timeline(), example_rating(), beside)
    assert not path.exists()


def test_a_template_has_nothing_undefined() -> None:
    """A value that is missing is a mistake, not an empty place."""
    with pytest.raises(UndefinedError):
        fill_in("ring.svg.j2", str, overall=7)


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


def test_fluency_that_was_left_out_is_not_mentioned() -> None:
    """A report is handed on: it has no figure of it, no column for it, and no reason either."""
    rating = example_rating()
    pacing = without_fluency(rating.pacing)
    reasons = {"voice": "No sound check.", **left_out(pacing)}
    card = replace(rating.scorecard, not_rated=reasons)
    without = replace(rating, pacing=pacing, scorecard=card)

    told = report_html(HEADING, example_timeline(), without, Beside())
    before = report_html(HEADING, example_timeline(), rating, Beside())

    for name in ("Longest pause", "Share of pauses", "Fillers in 100 words"):
        assert name in before
        assert name not in told
    assert LEFT_OUT not in told
    assert "No sound check." in told
