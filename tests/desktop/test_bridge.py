import threading

from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from trainer.desktop.bridge import Bridge
from trainer.records.problems import RecordsProblem


def test_calls_from_another_thread_arrive_in_order_on_the_qt_thread(
    qtbot: QtBot, qapp: QApplication
) -> None:
    """What another thread says is heard in Qt's thread, in the order in which it was said."""
    bridge, owner = Bridge(), QObject()
    heard: list[int] = []
    threads: set[QThread] = set()

    def hear(number: int) -> None:
        heard.append(number)
        threads.add(QThread.currentThread())

    say = bridge.here(owner, hear)
    speaker = threading.Thread(target=lambda: [say(number) for number in range(200)])
    speaker.start()
    speaker.join()

    assert heard == []  # nothing runs until Qt's own loop does
    qtbot.waitUntil(lambda: len(heard) == 200)
    assert heard == list(range(200))
    assert threads == {qapp.thread()}


def test_nothing_is_delivered_to_what_is_gone(qtbot: QtBot) -> None:
    """A page that was left does not hear what was meant for it; those after it do."""
    bridge, gone, there = Bridge(), QObject(), QObject()
    heard: list[str] = []
    bridge.here(gone, heard.append)("to the one that is gone")
    bridge.here(there, heard.append)("to the one that is there")
    delete(gone)

    qtbot.waitUntil(lambda: bool(heard))

    assert heard == ["to the one that is there"]


def test_work_is_done_in_a_worker_and_its_answer_given_here(
    qtbot: QtBot, qapp: QApplication
) -> None:
    """The window never waits: work runs elsewhere and its answer comes back."""
    bridge, owner = Bridge(), QObject()
    answers: list[bool] = []

    bridge.fetch(owner, lambda: QThread.currentThread() is qapp.thread(), answers.append, print)
    qtbot.waitUntil(lambda: bool(answers))

    assert answers == [False]


def test_a_known_problem_is_told_in_its_own_words(qtbot: QtBot) -> None:
    """What the program raises is a sentence already and is shown as it stands."""
    bridge, owner = Bridge(), QObject()
    told: list[str] = []

    def refuse() -> None:
        raise RecordsProblem("The disk is full. Delete something, then try again.")

    bridge.fetch(owner, refuse, print, told.append)
    qtbot.waitUntil(lambda: bool(told))

    assert told == ["The disk is full. Delete something, then try again."]


def test_an_unforeseen_problem_becomes_a_calm_sentence(qtbot: QtBot) -> None:
    """Nobody is shown a traceback: there is a sentence with what to do."""
    bridge, owner = Bridge(), QObject()
    told: list[str] = []

    bridge.fetch(owner, lambda: 1 // 0, print, told.append)
    qtbot.waitUntil(lambda: bool(told))

    assert "Try again" in told[0]
    assert "Traceback" not in told[0]


def test_speaking_after_the_window_is_gone_does_no_harm(qtbot: QtBot) -> None:
    """A thread that ends late may still speak; nobody hears it."""
    bridge, owner = Bridge(), QObject()
    heard: list[str] = []
    say = bridge.here(owner, heard.append)
    delete(bridge)

    say("too late")
    qtbot.wait(1)

    assert heard == []
