"""One rehearsal, looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from trainer.conversation.blocks import Millis
    from trainer.conversation.timeline import Timeline
    from trainer.conversation.words import Span
    from trainer.rating.scorecard import Marks
    from trainer.records.store import Note, RehearsalId, RehearsalSummary, StoredRehearsal

__all__ = ["ReviewServices", "Voice"]

Voice: TypeAlias = Literal["both", "customer", "you"]
"""Whose voice is played."""


class ReviewServices(Protocol):
    """What the review shows and plays."""

    def load(self, rehearsal: RehearsalId) -> StoredRehearsal:
        """Open one again."""

    def play(
        self,
        rehearsal: RehearsalId,
        span: Span,
        finished: Callable[[], None],
        voice: Voice = "both",
    ) -> None:
        """Play that span of the recording; a span that is playing stops."""

    def stop_playing(self) -> None:
        """Fall silent."""

    def rescore(self, rehearsal: RehearsalId, timeline: Timeline, why: str) -> StoredRehearsal:
        """Rate it again, by words as `timeline` has them; earlier ratings stay beside it.

        Returns:
            The rehearsal as it is kept now.

        Raises:
            RecordsProblem: It can't be kept; the message says what to do.
        """

    def mark_oneself(self, rehearsal: RehearsalId, marks: Marks) -> None:
        """Keep what the trainee gives themselves.

        Raises:
            RecordsProblem: They have done it already, or it can't be written.
        """

    def takes(self, rehearsal: RehearsalId) -> Sequence[RehearsalSummary]:
        """Return how moments of it were tried again, the oldest first."""

    def side_by_side(self, take: RehearsalId) -> Sequence[StoredRehearsal]:
        """Return the whole rehearsal that a take is of, and every take of that moment in order.

        The whole comes first; it is left out where it is no longer kept.
        """

    def see_otherwise(self, rehearsal: RehearsalId, at_ms: Millis, words: str) -> StoredRehearsal:
        """Keep what the trainee sees otherwise at a moment; empty words take it back.

        Returns:
            The rehearsal as it is kept now.

        Raises:
            RecordsProblem: It can't be written; the message says what to do.
        """

    def last_notes(self, scenario_id: str) -> Sequence[Note]:
        """Return what the person wrote after they last rehearsed a scenario."""

    def keep_note(self, rehearsal: RehearsalId, question: str, answer: str) -> None:
        """Keep the trainee's answer to a question; an earlier one gives way.

        Raises:
            RecordsProblem: It can't be written; the message says what to do.
        """

    def export_report(self, rehearsal: RehearsalId, path: Path, *, clips: bool = False) -> None:
        """Write the report: a PDF where the name asks for it, else HTML.

        Args:
            rehearsal: Which.
            path: Where to.
            clips: Put the sound of its moments into it.

        Raises:
            RecordsProblem: It can't be written there; the message says what to do.
        """

    def export_sound(self, rehearsal: RehearsalId, path: Path) -> None:
        """Write the recording, both voices: a WAV where the name asks for it, else FLAC.

        Raises:
            RecordsProblem: There is none any more; the message says what to do.
            AudioProblem: It can't be written there, likewise.
        """

    def export_data(self, rehearsal: RehearsalId, path: Path) -> None:
        """Write everything that is known of it as JSON.

        Raises:
            RecordsProblem: It can't be written there; the message says what to do.
        """
