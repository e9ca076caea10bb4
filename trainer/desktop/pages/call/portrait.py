"""Who is spoken with, as the page shows them."""

from __future__ import annotations

from trainer.desktop import wording
from trainer.desktop.widgets.presence import Presence
from trainer.records.settings import Settings
from trainer.scenario.scenario import Scenario

__all__ = ["portrait"]


def portrait(scenario: Scenario, choices: Settings) -> Presence:
    """Return what stands for the customer; until there are faces, their initials for everybody."""
    del choices
    return Presence(wording.initials(scenario.customer.name))
