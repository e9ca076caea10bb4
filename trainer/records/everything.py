"""Everything of one person's in one zip file: to take along, or to look at elsewhere."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from trainer.rating.scorecard import Rating
from trainer.records.interchange import dumps, rehearse_document, transcript_lines
from trainer.records.problems import RecordsProblem
from trainer.records.store import RehearsalId, StoredRehearsal

__all__ = ["ExportCancelledProblem", "export_everything"]


class ExportCancelledProblem(RecordsProblem):
    """The person stopped it; nothing is left behind."""


def export_everything(
    archive: Path,
    wanted: Sequence[RehearsalId],
    load: Callable[[int], tuple[StoredRehearsal, Rating]],
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> int:
    """Write a folder a rehearsal: its JSON, its transcript, its notes and its sound.

    Args:
        archive: The zip file; one that is there is replaced, once the new one is whole.
        wanted: Which rehearsals.
        load: Opens one with its rating.
        progress: Is told how many are done, and of how many.
        cancelled: Tells whether the person wants to stop.

    Returns:
        How many rehearsals are in it.

    Raises:
        RecordsProblem: It can't be written there; the message says what to do.
        ExportCancelledProblem: `cancelled` said so.
    """
    draft = archive.with_name(archive.name + ".new")
    try:
        with ZipFile(draft, "w", ZIP_DEFLATED) as pack:
            for done, rehearsal in enumerate(wanted):
                if cancelled():
                    raise ExportCancelledProblem("Stopped. Nothing was written.")
                _put(pack, *load(rehearsal))
                progress(done + 1, len(wanted))
        draft.replace(archive)
    except OSError as refused:
        raise RecordsProblem(
            f"{archive} can't be written: {refused.strerror or refused}. "
            "Choose another place, or free some space."
        ) from refused
    finally:
        draft.unlink(missing_ok=True)
    return len(wanted)


def _put(pack: ZipFile, stored: StoredRehearsal, rating: Rating) -> None:
    summary = stored.summary
    folder = f"{summary.started_at:%Y-%m-%d_%H%M%S}_{summary.scenario_id}_{summary.id}"
    document = rehearse_document(summary.scenario_id, stored.rated, rating)
    document |= {"profile": summary.profile, "started_at": summary.started_at.isoformat()}
    pack.writestr(f"{folder}/rehearsal.json", dumps(document, indent=1))
    pack.writestr(f"{folder}/transcript.jsonl", "\n".join(transcript_lines(stored.rated)) + "\n")
    if stored.notes:
        pack.writestr(f"{folder}/notes.txt", "\n".join(_notes(stored)))
    if stored.recording:
        pack.write(stored.recording, f"{folder}/sound.flac", ZIP_STORED)


def _notes(stored: StoredRehearsal) -> Iterator[str]:
    newest = {note.question: note.answer for note in stored.notes}
    for question, answer in newest.items():
        yield from (question, answer, "")
