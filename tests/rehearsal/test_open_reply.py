"""A reply while it is being made."""

from trainer.conversation.words import Span, Word, text_of
from trainer.rehearsal.open_reply import OpenReply


def test_words_of_a_part_are_dated_from_its_first_sample() -> None:
    """Each part knows when its ears were opened."""
    reply = OpenReply(1_000)
    reply.open_part(1, 600)
    reply.open_part(2, 3_000)
    reply.take_words(2, (Word("sorry", 100, 400),))
    reply.take_words(1, (Word("so", 500, 700),))

    assert reply.reply(5_000).words == (
        Word("so", 1_100, 1_300),
        Word("sorry", 3_100, 3_400),
    )


def test_it_is_complete_when_the_words_of_every_part_are_known() -> None:
    """Only tickets of its own are expected."""
    reply = OpenReply(0)
    reply.open_part(1, 0)
    assert (reply.expects(1), reply.expects(2), reply.complete) == (True, False, False)

    reply.take_words(1, ())
    assert reply.complete


def test_speech_that_is_going_on_lasts_until_now() -> None:
    """Spans are those that the gate heard, the last one open."""
    reply = OpenReply(100)
    reply.speech_started(100)
    reply.speech_stopped(600)
    reply.speech_started(900)

    assert reply.speech_ms == 500
    assert reply.reply(1_500).speech == (Span(100, 600), Span(900, 1_500))
    assert reply.reply(1_500).end_ms == 1_500
    assert reply.reply(900).speech == (Span(100, 600),)


def test_an_end_without_a_beginning_is_nothing() -> None:
    """A gate may close that was open before the reply."""
    reply = OpenReply(100)
    reply.speech_stopped(300)

    assert reply.reply(500).speech == ()
    assert reply.reply(500).end_ms == 500


def test_it_ends_with_its_last_word_or_its_last_sound() -> None:
    """Whichever is later."""
    reply = OpenReply(0)
    reply.open_part(1, 0)
    reply.speech_started(0)
    reply.speech_stopped(400)
    reply.take_words(1, (Word("well", 200, 700),))

    assert reply.reply(5_000).end_ms == 700


def test_what_was_heard_before_the_onset_was_not_the_trainee() -> None:
    """The ears are given sound from before it, in which an echo may sound like words."""
    reply = OpenReply(1_000)
    reply.open_part(1, 600)
    reply.take_words(1, (Word("it", 0, 390), Word("right", 380, 800)), (Word("right", 390, 790),))

    assert text_of(reply.spoken(reply.reply(2_000).words)) == "right"
    assert reply.only_backchannels


def test_something_else_is_no_backchannel() -> None:
    """An ear for backchannels gives it as a word without text."""
    reply = OpenReply(0)
    reply.open_part(1, 0)
    reply.take_words(1, (), (Word("okay", 0, 300), Word("", 300, 700)))

    assert not reply.only_backchannels


def test_it_lasts_until_it_falls_silent() -> None:
    """While somebody speaks, until now; the silence after it is not counted."""
    reply = OpenReply(100)
    reply.speech_started(100)
    assert reply.spoken_so_far(500) == Span(100, 500)

    reply.speech_stopped(600)
    assert reply.spoken_so_far(900) == Span(100, 600)
