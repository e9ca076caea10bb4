"""What has taken place so far, told as it happens and kept for the timeline."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from trainer.conversation.blocks import Millis
from trainer.conversation.timeline import (
    Entry,
    Glitch,
    LineSpoken,
    Listening,
    MoodMove,
    Outcome,
    Overlap,
    Reply,
    Silence,
    Timeline,
)
from trainer.conversation.words import text_of
from trainer.rehearsal.events import (
    MoodMoved,
    OverlapJudged,
    RehearsalEvent,
    ReplyHeard,
    TroubleMet,
)

__all__ = ["Story"]


class Story:
    """Collects the entries of a rehearsal and tells whoever watches.

    Attributes:
        outcome: How it ends; None while it goes on.
    """

    def __init__(self, tell: Callable[[RehearsalEvent], None]) -> None:
        self.outcome: Outcome | None = None
        self.tell = tell
        self._entries: list[Entry] = []

    def add(self, entries: Iterable[Entry]) -> None:
        """Keep the entries and tell of each."""
        for entry in entries:
            self._entries.append(entry)
            self._tell_of(entry)

    def timeline(self, duration_ms: Millis, listening: Listening) -> Timeline:
        """Return everything in the order in which it began."""
        entries = sorted(map(self._with_final_words, self._entries), key=lambda one: one.start_ms)
        return Timeline(duration_ms, tuple(entries), listening, self.outcome)

    def _with_final_words(self, entry: Entry) -> Entry:
        """Give an interruption, which was told at once, the words that were recognised later."""
        if not isinstance(entry, Overlap):
            return entry
        replies = (one for one in self._entries if isinstance(one, Reply))
        reply = next((one for one in replies if one.start_ms == entry.start_ms), None)
        said = [word for word in reply.words if word.start_ms < entry.end_ms] if reply else []
        return replace(entry, words=text_of(said)) if said else entry

    def _tell_of(self, entry: Entry) -> None:
        match entry:
            case Reply():
                self.tell(ReplyHeard(entry))
            case Overlap():
                self.tell(OverlapJudged(entry))
            case MoodMove():
                self.tell(MoodMoved(entry))
            case Glitch():
                self.tell(TroubleMet(entry.start_ms, entry.what))
            case LineSpoken() | Silence():
                pass
