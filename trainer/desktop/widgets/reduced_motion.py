"""Whether the person has asked the system for less motion."""

from PySide6.QtGui import QGuiApplication

__all__ = ["motion_is_reduced"]


def motion_is_reduced() -> bool:
    """Return what the system's settings say; False where Qt can't ask them."""
    hints = QGuiApplication.styleHints()  # owns what it gives: it must outlive the question
    preference = getattr(hints.accessibility(), "motionPreference", None)  # Qt 6.12 and later
    return preference is not None and preference().name == "ReducedMotion"
