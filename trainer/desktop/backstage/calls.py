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
    from trainer.desktop.services.calls import CallWanted, Watch
    from trainer.records.store import RehearsalId
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
        self, wanted: CallWanted, watch: Watch, kept: Callable[[RehearsalId], None]
    ) -> LiveRehearsal:
        """Begin a rehearsal, or a moment of one again; `kept` gets its id once it is saved."""
        from trainer.records.store import FinishedRehearsal, Script
        from trainer.rehearsal.bookmarks import Bookmarks
        from trainer.rehearsal.call import LiveCall
        from trainer.rehearsal.coaching import coached
        from trainer.rehearsal.events import TroubleMet

        program, restart = self.program, wanted.restart
        scenario = program.library.scenario(wanted.scenario_id)
        began = datetime.now(UTC)
        silent = wanted.typed or program.settings.keep_recordings_days == 0
        recording = None if silent else program.records.recording_path(scenario.id, began)
        bookmarks = Bookmarks(coached(watch, partial(program.coach, scenario, wanted.mode)))
        seed = restart.seed if restart else self.new_seed()
        call = LiveCall(
            scenario,
            bookmarks.tell,
            check=self.last_check,
            typed=wanted.typed,
            recording=recording,
            seed=seed,
            taken_up=restart.state if restart else None,
        )

        def ended(timeline: Timeline | None) -> None:
            if timeline is None or not timeline.entries:
                return
            finished = FinishedRehearsal(
                profile=program.profile,
                scenario_id=scenario.id,
                scenario_title=scenario.title,
                started_at=began,
                timeline=timeline,
                mode=wanted.mode,
                recording=recording,
                script=Script(seed, tuple(bookmarks.kept), scenario.sign),
                again=restart.again if restart else None,
            )
            try:
                kept(program.keep(finished))
            except RecordsProblem as problem:
                watch(TroubleMet(timeline.duration_ms, str(problem)))

        return program.rehearse_live(call, ended)
