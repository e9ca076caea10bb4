"""One rehearsal, looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trainer.conversation.words import Span
    from trainer.records.store import RehearsalId, StoredRehearsal

__all__ = ["ReviewServices"]


class ReviewServices(Protocol):
    """What the review shows and plays."""

    def load(self, rehearsal: RehearsalId) -> StoredRehearsal:
        """Open one again."""

    def play(self, rehearsal: RehearsalId, span: Span, finished: Callable[[], None]) -> None:
        """Play that span of the recording, both voices; a span that is playing stops."""

    def stop_playing(self) -> None:
        """Fall silent."""

    def export_report(self, rehearsal: RehearsalId, path: Path) -> None:
        """Write the HTML report.

        Raises:
            RecordsProblem: It can't be written there; the message says what to do.
        """
