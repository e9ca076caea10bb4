"""One rehearsal, looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.desktop.backstage.stage import Stage
from trainer.records.problems import RecordsProblem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from trainer.audio.player import Player
    from trainer.conversation.words import Span
    from trainer.records.store import RehearsalId, StoredRehearsal

__all__ = ["ReviewBackstage"]


class ReviewBackstage(Stage):
    """`ReviewServices` over what is kept."""

    _player: Player | None = None

    def load(self, rehearsal: RehearsalId) -> StoredRehearsal:
        """Open one again."""
        return self.program.load(rehearsal)

    def play(self, rehearsal: RehearsalId, span: Span, finished: Callable[[], None]) -> None:
        """Play that span of the recording, both voices; a span that is playing stops."""
        from trainer.audio.player import Player
        from trainer.audio.sounds import clip
        from trainer.conversation.blocks import SAMPLE_RATE

        recording = self.load(rehearsal).recording
        if recording is None:
            raise RecordsProblem("There is no sound of this rehearsal any more.")
        if self._player is None:
            loudspeaker = self.program.settings.loudspeaker
            self._player = Player(self.program.sound_system, loudspeaker)
        self._player.play(clip(recording, span), SAMPLE_RATE, lambda _: finished())

    def stop_playing(self) -> None:
        """Fall silent."""
        if self._player is not None:
            self._player.stop()

    def export_report(self, rehearsal: RehearsalId, path: Path) -> None:
        """Write the report: a PDF where the name asks for it, else HTML."""
        from trainer.records.report import Beside, heading_of, write_report

        kept = self.load(rehearsal)
        if kept.rating is None:
            raise RecordsProblem("This rehearsal has not been rated, so there is no report of it.")
        scenario = self.program.library.scenario(kept.summary.scenario_id)
        heading = heading_of(scenario, kept.summary)
        write_report(path, heading, kept.rated, kept.rating, Beside(kept.notes))
