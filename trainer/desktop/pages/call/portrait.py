"""Who is spoken with, as the page shows them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trainer.desktop import wording
from trainer.desktop.widgets.face.face import Face
from trainer.desktop.widgets.presence import Presence
from trainer.records.settings import Settings
from trainer.scenario.scenario import Scenario

__all__ = ["portrait"]


def portrait(scenario: Scenario, choices: Settings) -> Face | Presence:
    """Return the customer's face, or their initials for whoever switched faces off."""
    person = scenario.customer
    if choices.face:
        return Face(person.name, person.age, scenario.opening_pressure)
    initials = Presence(wording.initials(person.name))
    initials.setAccessibleName(QCoreApplication.translate("Call", "Where the customer is"))
    return initials
