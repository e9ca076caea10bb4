"""What the page of progress says of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from trainer.desktop import wording

if TYPE_CHECKING:
    from trainer.rating.calibration import Calibration
    from trainer.records.progress import Lately

__all__ = ["a_minute", "judged", "lately", "more_or_less"]

ABOUT = 5
"""Own marks that are no further off than this were about right."""


def lately(told: Lately) -> str:
    """Return what went well lately, in a sentence."""
    translate = QCoreApplication.translate
    mark, figure = wording.measure(told.mark), told.figure
    match told.what.value:
        case "best":
            words = translate(
                "Progress", "Your best yet in “{title}”: {figure}, after {before} before."
            )
        case "risen":
            words = translate("Progress", "{mark} has gone up from {before} to {figure}.")
        case "let_finish":
            words = translate(
                "Progress", "You let everybody finish, in %n rehearsals running.", "", figure
            )
        case "held":
            words = translate(
                "Progress",
                "{mark} held: it was never under {figure} in your last three rehearsals.",
            )
        case "settled":
            words = translate(
                "Progress", "In %n of your last three rehearsals it ended well.", "", figure
            )
        case _ if figure == 1:
            words = translate("Progress", "You have rehearsed once. That counts.")
        case _:
            words = translate("Progress", "You have rehearsed %n times. That counts.", "", figure)
    return words.format(title=told.title, mark=mark, figure=figure, before=told.before)


def judged(name: str, calibration: Calibration) -> str:
    """Return how a trainee judges one of their marks, in a sentence."""
    off = round(calibration.mean)
    if calibration.count == 1:
        return _judged_once(name, off)
    if abs(off) <= ABOUT:
        words = QCoreApplication.translate(
            "Progress", "{mark}: you judge yourself about as the rating does ({count} times)."
        )
    elif off < 0:
        words = QCoreApplication.translate(
            "Progress", "{mark}: you are {points} points harder on yourself ({count} times)."
        )
    else:
        words = QCoreApplication.translate(
            "Progress", "{mark}: you give yourself {points} points more ({count} times)."
        )
    mark = wording.measure(name)
    return words.format(mark=mark, points=abs(off), count=calibration.count)


def _judged_once(name: str, off: int) -> str:
    if abs(off) <= ABOUT:
        words = QCoreApplication.translate("Progress", "{mark}: once, about as the rating.")
    elif off < 0:
        words = QCoreApplication.translate("Progress", "{mark}: once, {points} points harder.")
    else:
        words = QCoreApplication.translate("Progress", "{mark}: once, {points} points more.")
    return words.format(mark=wording.measure(name), points=abs(off))


def more_or_less(words_a_minute: float) -> str:
    """Return how much faster or slower somebody gets under pressure."""
    rounded = round(words_a_minute)
    if not rounded:
        return QCoreApplication.translate("Progress", "no faster")
    faster = QCoreApplication.translate("Progress", "{words} words a minute faster")
    slower = QCoreApplication.translate("Progress", "{words} words a minute slower")
    return (faster if rounded > 0 else slower).format(words=abs(rounded))


def a_minute(times: float) -> str:
    """Return how often a minute."""
    return QCoreApplication.translate("Progress", "{times:.1f} a minute").format(times=times)
