"""Who is rehearsing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer.desktop.backstage.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["PeopleBackstage"]


class PeopleBackstage(Stage):
    """`PeopleServices` over the profiles; the settings remember who was last."""

    def person(self) -> str:
        """Return who is rehearsing; empty while nobody has given a name."""
        return self.program.settings.profile

    def people(self) -> Sequence[str]:
        """Return everybody who rehearses here, in alphabetical order."""
        return [profile.name for profile in self.program.records.profiles()]

    def choose_person(self, name: str) -> None:
        """Let somebody rehearse, known or new, and remember them."""
        profile = self.program.records.add_profile(name, datetime.now(UTC))
        self.program.change_settings(profile=profile.name)
