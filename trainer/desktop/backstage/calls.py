"""A rehearsal while it takes place, and how it comes to be kept."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from trainer.desktop.backstage.stage import Stage
from trainer.records.problems import RecordsProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from trainer.conversation.timeline import Timeline
    from trainer.desktop.services.calls import Watch
    from trainer.records.store import Mode, RehearsalId
    from trainer.rehearsal.live import LiveRehearsal

__all__ = ["CallBackstage"]


class CallBackstage(Stage):
    """`CallServices` over live rehearsals.

    Attributes:
        new_seed: Chooses what the customer of the next rehearsal says.
    """

    new_seed: Callable[[], int] = partial(secrets.randbelow, 2**31)

    def hand_over_words(self, scenario_id: str, told: Sequence[str]) -> str:
        """Return a reply that passes the customer on, with what they have told so far."""
        from trainer.rehearsal.guide import hand_over_words

        library = self.program.library
        return hand_over_words(library.scenario(scenario_id), library.guide, told)

    def rehearse(
        self,
        scenario_id: str,
        *,
        typed: bool,
        mode: Mode,
        watch: Watch,
        kept: Callable[[RehearsalId], None],
    ) -> LiveRehearsal:
        """Begin a rehearsal; `kept` gets its id once it is rated and saved."""
        from trainer.rehearsal.call import LiveCall
        from trainer.rehearsal.coaching import coached
        from trainer.rehearsal.events import TroubleMet

        program = self.program
        scenario = program.library.scenario(scenario_id)
        began = datetime.now(UTC)
        silent = typed or program.settings.keep_recordings_days == 0
        recording = None if silent else program.records.recording_path(scenario_id, began)
        tell = coached(watch, partial(program.coach, scenario, mode))
        call = LiveCall(scenario, tell, self.last_check, typed, None, recording, self.new_seed())

        def ended(timeline: Timeline | None) -> None:
            if timeline is None or not timeline.entries:
                return
            try:
                kept(program.keep(scenario, began, timeline, recording, mode))
            except RecordsProblem as problem:
                watch(TroubleMet(timeline.duration_ms, str(problem)))

        return program.rehearse_live(call, ended)
