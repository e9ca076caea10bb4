"""One rehearsal, looked at again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer.desktop.backstage.stage import Stage
from trainer.records.problems import RecordsProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from trainer.audio.player import Player
    from trainer.audio.sounds import Channel
    from trainer.conversation.blocks import Millis
    from trainer.conversation.timeline import Timeline
    from trainer.conversation.words import Span
    from trainer.desktop.services.reviews import Voice
    from trainer.rating.scorecard import Marks
    from trainer.records.store import Note, RehearsalId, RehearsalSummary, StoredRehearsal

__all__ = ["ReviewBackstage"]

SIDES: Mapping[Voice, Channel] = {"both": "mono", "customer": "left", "you": "right"}
"""Where each voice is in a recording."""


class ReviewBackstage(Stage):
    """`ReviewServices` over what is kept."""

    _player: Player | None = None

    def load(self, rehearsal: RehearsalId) -> StoredRehearsal:
        """Open one again."""
        return self.program.load(rehearsal)

    def play(
        self,
        rehearsal: RehearsalId,
        span: Span,
        finished: Callable[[], None],
        voice: Voice = "both",
    ) -> None:
        """Play that span of the recording; a span that is playing stops."""
        from trainer.audio.player import Player
        from trainer.audio.sounds import clip
        from trainer.conversation.blocks import SAMPLE_RATE

        recording = self._recording(rehearsal)
        if self._player is None:
            loudspeaker = self.program.settings.loudspeaker
            self._player = Player(self.program.sound_system, loudspeaker)
        sound = clip(recording, span, SIDES[voice])
        self._player.play(sound, SAMPLE_RATE, lambda _: finished())

    def stop_playing(self) -> None:
        """Fall silent."""
        if self._player is not None:
            self._player.stop()

    def rescore(self, rehearsal: RehearsalId, timeline: Timeline, why: str) -> StoredRehearsal:
        """Rate it again, by words as `timeline` has them; earlier ratings stay beside it."""
        self.program.rescore(rehearsal, why, datetime.now(UTC), lambda _: timeline)
        return self.load(rehearsal)

    def mark_oneself(self, rehearsal: RehearsalId, marks: Marks) -> None:
        """Keep what the trainee gives themselves."""
        self.program.records.mark_oneself(rehearsal, marks, datetime.now(UTC))

    def takes(self, rehearsal: RehearsalId) -> Sequence[RehearsalSummary]:
        """Return how moments of it were tried again, the oldest first."""
        return self.program.records.takes(rehearsal)

    def side_by_side(self, take: RehearsalId) -> Sequence[StoredRehearsal]:
        """Return the whole rehearsal that a take is of, and every take of that moment in order."""
        kept = self.load(take)
        again = kept.summary.again
        if again is None or again.of is None:
            return (kept,)
        takes = (one for one in self.takes(again.of) if one.again == again)
        return (self.load(again.of), *(self.load(one.id) for one in takes))

    def see_otherwise(self, rehearsal: RehearsalId, at_ms: Millis, words: str) -> StoredRehearsal:
        """Keep what the trainee sees otherwise at a moment; empty words take it back."""
        from trainer.records.store import Otherwise

        otherwise = Otherwise(at_ms, words, datetime.now(UTC))
        self.program.records.see_otherwise(rehearsal, otherwise)
        return self.load(rehearsal)

    def last_notes(self, scenario_id: str) -> Sequence[Note]:
        """Return what the person wrote after they last rehearsed a scenario."""
        return self.program.records.last_notes(self.program.profile, scenario_id)

    def keep_note(self, rehearsal: RehearsalId, question: str, answer: str) -> None:
        """Keep the trainee's answer to a question; an earlier one gives way."""
        from trainer.records.store import Note

        self.program.records.add_note(rehearsal, Note(question, answer, datetime.now(UTC)))

    def export_report(self, rehearsal: RehearsalId, path: Path, *, clips: bool = False) -> None:
        """Write the report: a PDF where the name asks for it, else HTML."""
        from trainer.records.report import Beside, heading_of, write_report

        kept = self.load(rehearsal)
        if kept.rating is None:
            raise RecordsProblem("This rehearsal has not been rated, so there is no report of it.")
        scenario = self.program.library.scenario(kept.summary.scenario_id)
        heading = heading_of(scenario, kept.summary)
        recording = self._recording(rehearsal) if clips else None
        beside = Beside(kept.notes, recording, kept.own_marks, kept.otherwise)
        write_report(path, heading, kept.rated, kept.rating, beside)

    def export_sound(self, rehearsal: RehearsalId, path: Path) -> None:
        """Write the recording, both voices: a WAV where the name asks for it, else FLAC."""
        from trainer.audio.sounds import write_copy

        write_copy(self._recording(rehearsal), path)

    def export_data(self, rehearsal: RehearsalId, path: Path) -> None:
        """Write everything that is known of it as JSON."""
        from trainer.records.interchange import dumps, kept_document

        document = kept_document(*self.program.rated(rehearsal))
        try:
            path.write_text(dumps(document, indent=2) + "\n", encoding="utf-8")
        except OSError as refused:
            raise RecordsProblem(
                f"The data can't be written to {path}: {refused.strerror or refused}. "
                "Choose another place for it."
            ) from refused

    def _recording(self, rehearsal: RehearsalId) -> Path:
        recording = self.load(rehearsal).recording
        if recording is None:
            raise RecordsProblem("There is no sound of this rehearsal any more.")
        return recording
