"""Fetching one large file: goes on where it was broken off, and checks what came."""

import hashlib
import re
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from trainer.speech.problems import ModelProblem

if TYPE_CHECKING:
    from requests import Response

__all__ = [
    "Cancelled",
    "DownloadCancelledProblem",
    "Progress",
    "check_room",
    "download",
    "sha256_of",
]

Progress: TypeAlias = Callable[[int, int], None]
"""Is told how many bytes are done, and of how many."""

Cancelled: TypeAlias = Callable[[], bool]
"""Tells whether the person wants to stop."""

CHUNK = 1 << 14
TIMEOUT_S = (10, 30)
ROOM_TO_SPARE = 50_000_000
BY_HAND = "./run models import FILE.zip"
"""What takes in a model that was fetched in another way."""


class DownloadCancelledProblem(ModelProblem):
    """The person stopped the download; what has come stays for the next time."""


def download(
    url: str,
    part: Path,
    progress: Progress,
    cancelled: Cancelled,
    *,
    by_hand: str = BY_HAND,
) -> None:
    """Fetch the address into `part`, going on from what is already in it.

    A connection that breaks is taken up again for as long as each try brings something. Where
    nothing can be fetched the message says how to do it `by_hand`.

    Raises:
        ModelProblem: No network, no such file, no room; the message says what to do.
        DownloadCancelledProblem: `cancelled` said so.
    """
    from requests import RequestException

    while True:
        before = _size(part)
        try:
            if _fetch(url, part, progress, cancelled):
                return
        except _RefusedError as refused:
            raise ModelProblem(
                f"{refused} Try again later, or download it in a browser and then: {by_hand}"
            ) from refused
        except (RequestException, ConnectionError, TimeoutError) as trouble:
            if _size(part) <= before:
                raise ModelProblem(_unreachable(url, by_hand)) from trouble
        if _size(part) <= before:
            raise ModelProblem(_unreachable(url, by_hand))


class _RefusedError(Exception):
    """The server said no; says so."""


def check_room(folder: Path, needed_bytes: int, purpose: str) -> None:
    """See that the disk has room.

    Raises:
        ModelProblem: It has not.
    """
    free = shutil.disk_usage(folder).free
    if free < needed_bytes + ROOM_TO_SPARE:
        lacking = (needed_bytes + ROOM_TO_SPARE - free) // 1_000_000 + 1
        raise ModelProblem(
            f"There is not enough room in {folder} to {purpose}. Free {lacking} MB and try again."
        )


def sha256_of(path: Path) -> str:
    """Return the file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fetch(url: str, part: Path, progress: Progress, cancelled: Cancelled) -> bool:
    """Make one request; return whether the file is whole."""
    import requests

    have = _size(part)
    headers = {"Range": f"bytes={have}-"} if have else {}
    with closing(requests.get(url, headers=headers, stream=True, timeout=TIMEOUT_S)) as answer:
        if answer.status_code == requests.codes.requested_range_not_satisfiable:
            return _is_whole(answer, part) or _fetch(url, part, progress, cancelled)
        _check_status(answer, url)
        if answer.status_code != requests.codes.partial_content or _starts_at(answer) != have:
            have = 0
        length = int(answer.headers.get("Content-Length", 0))
        total = have + length
        check_room(part.parent, length, "download the model")
        _keep(answer, part, have, total, (progress, cancelled))
    return _size(part) >= total


def _keep(
    answer: "Response", part: Path, have: int, total: int, watch: tuple[Progress, Cancelled]
) -> None:
    progress, cancelled = watch
    try:
        with part.open("ab" if have else "wb") as file:
            for chunk in answer.iter_content(CHUNK):
                file.write(chunk)
                have += len(chunk)
                progress(have, max(total, have))
                if cancelled():
                    raise DownloadCancelledProblem(
                        "Stopped. What was downloaded is kept; the next install goes on from there."
                    )
    except OSError as trouble:
        if _from_the_network(trouble):
            raise
        raise ModelProblem(
            f"{part} can't be written ({trouble.strerror}). Free some disk space and try again."
        ) from trouble


def _from_the_network(trouble: OSError) -> bool:
    from requests import RequestException

    return isinstance(trouble, RequestException | ConnectionError | TimeoutError)


def _is_whole(answer: "Response", part: Path) -> bool:
    """Tell whether nothing was left to send; a part of some other length is thrown away."""
    total = re.fullmatch(r"bytes \*/(\d+)", answer.headers.get("Content-Range", ""))
    if total and int(total[1]) == _size(part):
        return True
    part.unlink()
    return False


def _check_status(answer: "Response", url: str) -> None:
    if answer.status_code >= 400:
        raise _RefusedError(
            f"{url} was refused by its server ({answer.status_code} {answer.reason})."
        )


def _starts_at(answer: "Response") -> int:
    start = re.match(r"bytes (\d+)-", answer.headers.get("Content-Range", ""))
    return int(start[1]) if start else 0


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _unreachable(url: str, by_hand: str) -> str:
    return (
        f"{url} can't be reached. Is this computer on the network? Otherwise download it on "
        f"another computer to a USB stick, and then: {by_hand}"
    )
