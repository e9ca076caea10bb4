"""The listening mark: interruptions, backchannels, dead air, and giving back what was heard."""

from collections.abc import Iterator, Sequence

from trainer.conversation.overlaps import word_at
from trainer.conversation.timeline import Overlap, OverlapKind, Timeline
from trainer.rating.judged import NOTHING_SAID, Judged, marked, unrated
from trainer.rating.pacing import line_before
from trainer.rating.rubric import Rubric
from trainer.rating.scorecard import Finding, HeardTechnique
from trainer.techniques.technique import TechniqueId

__all__ = ["interruptions_unrated", "mark_listening"]

TYPED = "You typed your replies, so you could not speak over the customer."
ALONE = "The customer can't be heard in this recording."


def mark_listening(timeline: Timeline, heard: Sequence[HeardTechnique], rubric: Rubric) -> Judged:
    """Return the listening mark: the base, more for listening, less for cutting in and dead air."""
    if not timeline.replies and not timeline.overlaps:
        return unrated("listening", NOTHING_SAID)
    why = interruptions_unrated(timeline)
    findings = (
        *(() if why else _interruptions(timeline, rubric)),
        *_backchannels(timeline, heard, rubric),
        *_techniques(heard, rubric),
        *_dead_air(timeline, rubric),
        *_too_soon(timeline, rubric),
    )
    ordered = sorted(findings, key=lambda finding: (finding.start_ms, finding.rule))
    return marked(rubric.listening.base, ordered, {"interruptions": why} if why else {})


def interruptions_unrated(timeline: Timeline) -> str:
    """Return why interruptions can't be rated; empty when they can."""
    if timeline.listening.interruptions_unrated:
        return timeline.listening.interruptions_unrated
    if not timeline.lines:
        return ALONE
    typed = bool(timeline.replies) and all(reply.typed for reply in timeline.replies)
    return TYPED if typed and not timeline.overlaps else ""


def _finding(rule: str, points: float, moment: tuple[int, int], quote: str, text: str) -> Finding:
    return Finding("listening", rule, points, *moment, quote, text)


def _interruptions(timeline: Timeline, rubric: Rubric) -> Iterator[Finding]:
    for overlap in timeline.overlaps:
        if overlap.overlap_kind is OverlapKind.INTERRUPTION:
            at = overlap.cut_at or _word_under(timeline, overlap)
            where = f' at "{at}"' if at else ""
            unheard = f"; {overlap.unheard} words went unheard" if overlap.unheard else ""
            yield _finding(
                "interruption",
                rubric.listening.interruption,
                (overlap.start_ms, overlap.end_ms),
                overlap.words,
                f"You cut in{where}{unheard}.",
            )


def _word_under(timeline: Timeline, overlap: Overlap) -> str:
    """Return the customer's word that the overlap began on."""
    lines = (line for line in timeline.lines if line.start_ms <= overlap.start_ms <= line.end_ms)
    line = next(lines, None)
    return word_at(line.words, overlap.start_ms) if line else ""


def _backchannels(
    timeline: Timeline, heard: Sequence[HeardTechnique], rubric: Rubric
) -> Iterator[Finding]:
    """Yield the first few backchannels: over the line, or as a reply of their own."""
    over = [
        (overlap.start_ms, overlap.end_ms, overlap.words)
        for overlap in timeline.overlaps
        if overlap.overlap_kind is OverlapKind.BACKCHANNEL
    ]
    alone = [
        (one.start_ms, one.end_ms, one.technique.quote)
        for one in heard
        if one.technique.id is TechniqueId.BACKCHANNEL
    ]
    rules = rubric.listening
    for start_ms, end_ms, words in sorted(over + alone)[: rules.backchannels_most]:
        text = "You showed that you were listening without taking the turn."
        yield _finding("backchannel", rules.backchannel, (start_ms, end_ms), words, text)


def _techniques(heard: Sequence[HeardTechnique], rubric: Rubric) -> Iterator[Finding]:
    """Yield what the trainee's words did for or against listening."""
    rules = rubric.listening
    counted = (
        (TechniqueId.REFLECT, rules.reflect, rules.reflects_most, "You gave back what you heard."),
        (
            TechniqueId.INVITE_VENTING,
            rules.invite_venting,
            rules.invites_most,
            "You invited the customer to tell it all.",
        ),
        (
            TechniqueId.INTERRUPT_WORDS,
            rules.interrupt_words,
            len(heard),
            "You told the customer to stop talking.",
        ),
    )
    for technique, points, most, text in counted:
        for one in [one for one in heard if one.technique.id is technique][:most]:
            moment = (one.start_ms, one.end_ms)
            yield _finding(technique.value, points, moment, one.technique.quote, text)


def _dead_air(timeline: Timeline, rubric: Rubric) -> Iterator[Finding]:
    rules = rubric.listening
    for silence in timeline.silences if rubric.pacing.fluency else ():
        length_ms = silence.span.length_ms
        if length_ms > (rules.announced_ms if silence.announced else rules.dead_air_ms):
            text = f"Nobody spoke for {length_ms / 1000:.0f} seconds."
            moment = (silence.start_ms, silence.end_ms)
            yield _finding("dead_air", rules.dead_air, moment, "", text)


def _too_soon(timeline: Timeline, rubric: Rubric) -> Iterator[Finding]:
    """Yield a hint, without points, for replies that jump on the end of an outburst."""
    for reply in timeline.replies:
        line = None if reply.typed else line_before(timeline, reply)
        if line is None or (line.pressure or 0) < rubric.pacing.outburst_pressure:
            continue
        if 0 <= reply.start_ms - line.end_ms < rubric.listening.too_soon_ms:
            text = "You answered at once. A breath after an outburst shows that it was heard."
            yield _finding("too_soon", 0.0, (reply.start_ms, reply.end_ms), reply.text, text)
