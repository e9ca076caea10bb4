"""No word at all: the window, or where there is no display a whole rehearsal without one."""

import argparse
from pathlib import Path

from trainer.commands import rehearse
from trainer.commands.output import say
from trainer.commands.program import make_program

__all__ = ["run"]


def run(call: argparse.Namespace) -> int:
    """Open the window, or play the demonstration."""
    from trainer.desktop import window

    if window.has_display():
        from trainer.desktop.backstage import ProgramServices
        from trainer.records.folders import Folders
        from trainer.records.look import SETTINGS_FILE, read_look

        services = ProgramServices(make_program)
        try:
            look = read_look(Folders.own().config / SETTINGS_FILE)
            return window.run(services, window.close_windows if call.until_ready else None, look)
        finally:
            services.close()
    say("There is no display here, so no window. I play a whole rehearsal with spoken replies")
    say("that come with the program. ./run --help lists what else works without a window.")
    return _demonstrate(call)


def _demonstrate(call: argparse.Namespace) -> int:
    from trainer.resources import asset

    say("These replies are synthetic speech, so a tiny model made for synthetic speech listens.")
    call.scenario, call.seed = "lost-parcel", 1
    call.replies, call.text_replies = [asset("demo/replies")], None
    call.ears = str(asset("demo/vosk-model-tiny-synthetic-en"))
    call.report, call.clips = Path("soft-answer-report.html").resolve(), False
    call.json = False
    return rehearse.run(call)
