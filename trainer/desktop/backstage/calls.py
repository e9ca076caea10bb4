"""A rehearsal while it takes place, and how it comes to be kept."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from trainer.desktop.backstage.stage import Stage
from trainer.records.problems import RecordsProblem

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.conversation.timeline import Timeline
    from trainer.desktop.services.calls import Watch
    from trainer.records.store import RehearsalId
    from trainer.rehearsal.live import LiveRehearsal

__all__ = ["CallBackstage"]


class CallBackstage(Stage):
    """`CallServices` over live rehearsals.

    Attributes:
        new_seed: Chooses what the customer of the next rehearsal says.
    """

    new_seed: Callable[[], int] = partial(secrets.randbelow, 2**31)

    def rehearse(
        self, scenario_id: str, *, typed: bool, watch: Watch, kept: Callable[[RehearsalId], None]
    ) -> LiveRehearsal:
        """Begin a rehearsal; `kept` gets its id once it is rated and saved."""
        from trainer.rehearsal.call import LiveCall
        from trainer.rehearsal.events import TroubleMet

        program = self.program
        scenario = program.library.scenario(scenario_id)
        began = datetime.now(UTC)
        silent = typed or program.settings.keep_recordings_days == 0
        recording = None if silent else program.records.recording_path(scenario_id, began)
        call = LiveCall(scenario, watch, self.last_check, typed, None, recording, self.new_seed())

        def ended(timeline: Timeline | None) -> None:
            if timeline is None or not timeline.entries:
                return
            try:
                kept(program.keep(scenario, began, timeline, recording))
            except RecordsProblem as problem:
                watch(TroubleMet(timeline.duration_ms, str(problem)))

        return program.rehearse_live(call, ended)
