"""Ratings of what was rehearsed or recorded, kept and made again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from trainer.app.foundation import Foundation
from trainer.audio.gate import SpeechGate
from trainer.audio.sounds import Channel, blocks_of, length_of
from trainer.conversation.timeline import Timeline
from trainer.rating.rating import rate
from trainer.rating.scorecard import Rating
from trainer.records.store import FinishedRehearsal, RehearsalId, StoredRating, StoredRehearsal
from trainer.rehearsal.call import listening_with
from trainer.rehearsal.recorded import ChannelListener, listen_to, timeline_of
from trainer.scenario.scenario import Scenario
from trainer.speech.ears import Ears

__all__ = ["Ratings"]

FLUENCY_CHANGED = "You chose whether fillers and pauses are rated."
ALONE = "The customer is not on this recording."


class Ratings(Foundation):
    """Rates, keeps and opens again."""

    def keep(self, finished: FinishedRehearsal) -> RehearsalId:
        """Rate and save what took place.

        Raises:
            RecordsProblem: It can't be saved; the message says what to do.
        """
        scenario = self.library.scenarios.get(finished.scenario_id)
        rating = self.rate(finished.timeline, scenario)
        return self.records.save(replace(finished, rating=rating, rubric=self.rubric_version))

    def rated(self, rehearsal: int) -> tuple[StoredRehearsal, Rating]:
        """Return a kept rehearsal with its newest rating, which is made when there is none.

        Raises:
            RecordsProblem: There is no such rehearsal.
        """
        stored = self.load(RehearsalId(rehearsal))
        return stored, stored.rating or self.rate(stored.rated, self._scenario_of(stored))

    def load(self, rehearsal: RehearsalId) -> StoredRehearsal:
        """Open a kept rehearsal, rated anew where its person has chosen otherwise since.

        Raises:
            RecordsProblem: There is no such rehearsal, or it can't be written.
        """
        stored = self.records.load(rehearsal)
        if not self._is_rated_otherwise(stored):
            return stored
        after = self.rate(stored.rated, self._scenario_of(stored))
        corrected = stored.ratings[-1].corrected
        at = datetime.now(UTC)
        again = StoredRating(after, self.rubric_version, at, FLUENCY_CHANGED, corrected)
        self.records.rescore(rehearsal, again)
        return self.records.load(rehearsal)

    def _is_rated_otherwise(self, stored: StoredRehearsal) -> bool:
        """Tell whether fluency is rated in it against its person's own choice."""
        if stored.rating is None or stored.summary.profile != self.profile:
            return False
        return stored.rating.pacing.fluency_left_out is self.rubric.pacing.fluency

    def _scenario_of(self, stored: StoredRehearsal) -> Scenario | None:
        return self.library.scenarios.get(stored.summary.scenario_id)

    def rescore(
        self,
        rehearsal: int,
        why: str,
        at: datetime,
        correct: Callable[[Timeline], Timeline] = lambda timeline: timeline,
    ) -> tuple[Rating, Rating]:
        """Rate a kept rehearsal again, its words corrected; return the old rating and the new one.

        Both stay, side by side.

        Raises:
            RecordsProblem: There is no such rehearsal, or it can't be written.
        """
        stored, before = self.rated(rehearsal)
        timeline = correct(stored.rated)
        after = self.rate(timeline, self._scenario_of(stored))
        changed = None if timeline == stored.timeline else timeline
        again = StoredRating(after, self.rubric_version, at, why, changed)
        self.records.rescore(stored.summary.id, again)
        return before, after

    def rate(self, timeline: Timeline, scenario: Scenario | None) -> Rating:
        """Rate what took place."""
        library = self.library
        return rate(timeline, library.detector(scenario), self.rubric, library.syllables)

    def listen_to_recording(
        self,
        recording: Path,
        trainee: Channel,
        ears: Ears,
        progress: Callable[[int, int], None] = lambda done, total: None,  # noqa: ARG005 - called by place
    ) -> Timeline:
        """Hear a recorded conversation from end to end.

        Raises:
            AudioProblem: The file can't be read; the message names it.
        """
        customer_side: Channel = "left" if trainee == "right" else "right"
        listening_ear = ears.backchannel_ears(self.library.phrases.backchannels)
        heard = ChannelListener(SpeechGate, ears.recogniser, listening_ear)
        spoken = ChannelListener(SpeechGate, ears.recogniser)
        duration_ms = length_of(recording)
        total_ms = duration_ms if trainee == "mono" else 2 * duration_ms
        listen_to(blocks_of(recording, trainee), heard, lambda ms: progress(ms, total_ms))
        if trainee != "mono":
            rest = blocks_of(recording, customer_side)
            listen_to(rest, spoken, lambda ms: progress(duration_ms + ms, total_ms))
        listening = listening_with(ears, interruptions=ALONE if trainee == "mono" else "")
        rules = self.library.overlap_rules
        return timeline_of(spoken.heard, heard.heard, duration_ms, listening, rules)
