"""The window's services as the program gives them.

The window is shown before the program is made: what is heavy is imported by the first call, which
comes from a worker thread.
"""

from __future__ import annotations

import secrets
import threading
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from trainer.desktop.services import EarsChoice
from trainer.records.problems import RecordsProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from trainer.audio.devices import SoundSystem
    from trainer.audio.player import Player
    from trainer.conversation.end_pointing import Pace
    from trainer.conversation.lines import RenderedLine
    from trainer.conversation.timeline import Timeline
    from trainer.conversation.words import Span
    from trainer.desktop.services import Watch
    from trainer.records.database import Records
    from trainer.records.settings import Settings
    from trainer.records.store import RehearsalId, RehearsalSummary, StoredRehearsal
    from trainer.rehearsal.call import LiveCall
    from trainer.rehearsal.library import Library
    from trainer.rehearsal.live import LiveRehearsal
    from trainer.rehearsal.ports import AudioLine, NewGate
    from trainer.rehearsal.sound_check import SoundCheckResult, Stage
    from trainer.scenario.scenario import Scenario
    from trainer.speech.ears import Ears

__all__ = ["Program", "ProgramServices"]


class Program(Protocol):
    """What the services need of the composition root."""

    @property
    def library(self) -> Library:
        """Scenarios, voices and rules."""

    @property
    def settings(self) -> Settings:
        """The person's own choices."""

    def change_settings(self, **values: object) -> None:
        """Remember other choices."""

    @property
    def sound_system(self) -> SoundSystem:
        """The one door to PortAudio."""

    @property
    def records(self) -> Records:
        """What is kept."""

    def ears(self, wanted: str | None = None) -> Ears:
        """Load what listens."""

    def rehearse_live(
        self, call: LiveCall, ended: Callable[[Timeline | None], None]
    ) -> LiveRehearsal:
        """Begin a rehearsal; returns at once."""

    def keep(
        self, scenario: Scenario, began: datetime, timeline: Timeline, recording: Path | None
    ) -> RehearsalId:
        """Rate and save what took place."""

    def sound_check_parts(self) -> tuple[AudioLine, NewGate, RenderedLine]:
        """Make what a sound check needs."""

    def close(self) -> None:
        """Let go of everything."""


class ProgramServices:
    """`Services` over the real program.

    Attributes:
        new_seed: Chooses what the customer of the next rehearsal says.
    """

    def __init__(self, make_program: Callable[[], Program]) -> None:
        self._make_program = make_program
        self._making = threading.Lock()
        self._made: Program | None = None
        self._check: SoundCheckResult | None = None
        self._player: Player | None = None
        self.new_seed = partial(secrets.randbelow, 2**31)

    @property
    def _program(self) -> Program:
        with self._making:
            if self._made is None:
                self._made = self._make_program()
            return self._made

    def close(self) -> None:
        """Let go of everything."""
        if self._made is not None:
            self._made.close()

    def scenarios(self) -> tuple[Scenario, ...]:
        """Return the scenarios to choose from, easiest first."""
        return tuple(self._program.library.scenarios.values())

    def import_pack(self, path: Path) -> tuple[Scenario, ...]:
        """Take the scenarios of a zip file into the library, all of them or none."""
        return self._program.library.import_pack(path)

    def ears(self) -> EarsChoice:
        """Return what will listen."""
        ears = self._program.ears()
        return EarsChoice(ears.name, ears.note)

    def check_sound(
        self,
        level: Callable[[float], None],
        stage: Callable[[Stage], None],
        done: Callable[[SoundCheckResult], None],
    ) -> Callable[[], None]:
        """Begin the sound check; return what cancels it."""
        from trainer.rehearsal.sound_check import SoundCheckRun

        def keep(result: SoundCheckResult) -> None:
            self._check = result
            done(result)

        return SoundCheckRun(self._program.sound_check_parts, level, stage, keep).cancel

    def rehearse(
        self, scenario_id: str, *, typed: bool, watch: Watch, kept: Callable[[RehearsalId], None]
    ) -> LiveRehearsal:
        """Begin a rehearsal; `kept` gets its id once it is rated and saved."""
        from trainer.rehearsal.call import LiveCall
        from trainer.rehearsal.events import TroubleMet

        program = self._program
        scenario = program.library.scenario(scenario_id)
        began = datetime.now(UTC)
        recording = None if typed else program.records.recording_path(scenario_id, began)
        call = LiveCall(scenario, watch, self._check, typed, None, recording, self.new_seed())

        def ended(timeline: Timeline | None) -> None:
            if timeline is None or not timeline.entries:
                return
            try:
                kept(program.keep(scenario, began, timeline, recording))
            except RecordsProblem as problem:
                watch(TroubleMet(timeline.duration_ms, str(problem)))

        return program.rehearse_live(call, ended)

    def pace(self) -> Pace:
        """Return how soon the customer takes the turn."""
        return self._program.settings.pace

    def choose_pace(self, pace: Pace) -> None:
        """Remember how soon the customer is to take the turn."""
        self._program.change_settings(pace=pace)

    def rehearsals(self) -> Sequence[RehearsalSummary]:
        """Return what was rehearsed before, newest first."""
        return self._program.records.rehearsals()

    def load(self, rehearsal: RehearsalId) -> StoredRehearsal:
        """Open one again."""
        return self._program.records.load(rehearsal)

    def play(self, rehearsal: RehearsalId, span: Span, finished: Callable[[], None]) -> None:
        """Play that span of the recording, both voices; a span that is playing stops."""
        from trainer.audio.player import Player
        from trainer.audio.sounds import clip
        from trainer.conversation.blocks import SAMPLE_RATE

        recording = self.load(rehearsal).recording
        if recording is None:
            raise RecordsProblem("There is no sound of this rehearsal any more.")
        if self._player is None:
            loudspeaker = self._program.settings.loudspeaker
            self._player = Player(self._program.sound_system, loudspeaker)
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
        scenario = self._program.library.scenario(kept.summary.scenario_id)
        heading = heading_of(scenario, kept.summary)
        write_report(path, heading, kept.rated, kept.rating, Beside(kept.notes))

    def trash(self, rehearsal: RehearsalId) -> None:
        """Put a rehearsal aside so that it can be restored."""
        self._program.records.trash(rehearsal, datetime.now(UTC))

    def restore(self, rehearsal: RehearsalId) -> None:
        """Bring it back."""
        self._program.records.restore(rehearsal)
