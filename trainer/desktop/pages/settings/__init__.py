"""Settings: everything that can be chosen, a part after the other."""

from trainer.desktop.pages.settings.page import PARTS, SettingsPage

__all__ = ["PARTS", "SettingsPage"]
