"""`doctor`: what works on this computer, and how to mend the rest."""

import argparse
from typing import TYPE_CHECKING

from trainer.commands.output import answer, say, write, write_json
from trainer.commands.program import open_program
from trainer.commands.words import Words, add_word

if TYPE_CHECKING:
    from trainer.rehearsal.doctor import Finding

__all__ = ["add"]


def add(words: Words) -> None:
    """Add the word."""
    doctor = add_word(
        words, "doctor", _run, "what works on this computer, and how to mend the rest"
    )
    doctor.add_argument("--sound-check", action="store_true", help="how well the trainee is heard")


def _run(call: argparse.Namespace) -> int:
    if call.sound_check:
        return _check_sound(call)
    from dataclasses import asdict

    from trainer.rehearsal.doctor import examine

    with open_program() as program:
        folders = program.folders
        looks = examine(program.sound_system, program.library, folders.models, folders.data)
        findings = [_shown(finding, quietly=call.json) for finding in looks]
    if call.json:
        write_json([asdict(finding) for finding in findings])
    return 0


def _shown(finding: "Finding", *, quietly: bool) -> "Finding":
    if not quietly:
        write(f"{'works' if finding.works else 'MEND':6} {finding.what}: {finding.says}")
    return finding


def _check_sound(call: argparse.Namespace) -> int:
    from dataclasses import asdict

    with open_program() as program:
        result = program.check_sound(say)
    document = {
        "heard": result.heard,
        "duplex": result.duplex.value,
        "level_db": result.level_db,
        "noise_db": result.noise_db,
        "clipped": result.clipped,
        "echo_db": result.echo_db,
        "delay_ms": result.delay_ms,
        "drift_ppm": result.drift_ppm,
        "baseline": asdict(result.baseline),
        "verdict": result.verdict,
    }
    answer(call, document, result.verdict)
    return 0
