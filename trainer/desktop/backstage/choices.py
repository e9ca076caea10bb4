"""The settings, as the program keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.desktop.backstage.stage import Stage

if TYPE_CHECKING:
    from trainer.records.settings import Settings

__all__ = ["ChoiceBackstage"]


class ChoiceBackstage(Stage):
    """`ChoiceServices` over the program's settings."""

    def choices(self) -> Settings:
        """Return what is chosen."""
        return self.program.settings

    def choose(self, **values: object) -> Settings:
        """Keep other values; return what is chosen now."""
        self.program.change_settings(**values)
        return self.program.settings

    def remarks(self) -> tuple[str, ...]:
        """Return what the person should know of how the settings were read."""
        self.choices()
        return self.program.settings_remarks

    def usual_band(self) -> tuple[int, int]:
        """Return the rubric's own pace band, in words a minute."""
        rules = self.program.library.rubric.pacing
        return round(rules.target_from_wpm), round(rules.target_to_wpm)

    def shows_fluency(self) -> bool:
        """Tell whether fillers and pauses are rated, and so shown, to this person."""
        return self.program.rubric.pacing.fluency
