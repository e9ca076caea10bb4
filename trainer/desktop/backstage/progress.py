"""How it goes from rehearsal to rehearsal, for whoever is rehearsing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.desktop.backstage.stage import Stage

if TYPE_CHECKING:
    from trainer.records.progress import Progress

__all__ = ["ProgressBackstage"]

LOOKED_AT = 1_000
"""Courses are drawn from so many of the newest rehearsals."""


class ProgressBackstage(Stage):
    """`ProgressServices` over the database."""

    def progress(self) -> Progress:
        """Return the courses of marks and competences, and what went well lately."""
        from trainer.records.progress import progress_of

        program = self.program
        practised = {one.id: one.competences for one in program.library.scenarios.values()}
        return progress_of(
            program.records.rehearsals(program.profile, limit=LOOKED_AT),
            practised,
            program.records.self_assessments(program.profile),
        )
