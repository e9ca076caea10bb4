"""How long the silence must last before this reply is over, as its words and pitch have it."""

from trainer.audio.pitch import final_fall_semitones
from trainer.conversation.blocks import Millis, Samples
from trainer.conversation.end_pointing import (
    EndCues,
    EndPointing,
    Pace,
    TurnWords,
    silence_needed,
)

__all__ = ["EndWatch"]


class EndWatch:
    """Follows the words of a reply and the pitch of its end."""

    def __init__(self, words: TurnWords, rules: EndPointing, pace: Pace) -> None:
        self._known = words
        self._rules = rules
        self._pace = pace
        self._text = ""
        self._changed_ms: Millis = 0
        self._fall: float | None = None
        self._before_pause = ""

    def begin(self) -> None:
        """Begin a new reply."""
        self._text = self._before_pause = ""

    def hear_words(self, text: str, now_ms: Millis) -> None:
        """Note the words so far."""
        if text != self._text:
            self._text, self._changed_ms = text, now_ms

    def hear_end(self, speech: Samples) -> None:
        """Note the sound of the last second before a silence (16 kHz)."""
        self._fall = final_fall_semitones(speech)

    def go_on(self) -> None:
        """Note that the trainee has not finished: what was said so far lies before a pause."""
        self._before_pause = self._text

    def needed_ms(self, now_ms: Millis) -> Millis:
        """Return how long the silence must last, as things stand; a key's release needs none."""
        if self._pace is Pace.PUSH_TO_TALK:
            return 0
        clause = self._text.removeprefix(self._before_pause).strip()
        cues = EndCues(self._text, clause, now_ms - self._changed_ms, self._fall)
        return silence_needed(cues, self._known, self._rules, self._pace)
