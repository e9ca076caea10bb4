"""Installing speech models from a server that misbehaves, from zip files, and removing them."""

import hashlib
import io
import json
import shutil
import stat
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import numpy as np
import pytest

from trainer.speech.downloads import DownloadCancelledProblem
from trainer.speech.models import (
    CatalogueModel,
    CatalogueProblem,
    catalogue,
    import_folder,
    import_zip,
    install,
    installed,
    remove,
)
from trainer.speech.problems import ModelProblem

NAME = "vosk-model-test-0.1"


def zipped(entries: dict[str, bytes]) -> bytes:
    """Return a zip file with these entries."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


MODEL = zipped(
    {
        f"{NAME}/am/final.mdl": np.random.default_rng(1).bytes(200_000),
        f"{NAME}/conf/model.conf": b"--sample-frequency=16000\n",
    }
)


@dataclass
class Server:
    """What the server sends, how badly, and what it was asked for.

    Attributes:
        drop_after: Bytes after which the next answers break off.
        drops: How many answers break off.
        claim: Adds to the Content-Length.
    """

    content: bytes = MODEL
    ranges: bool = True
    drop_after: int = 0
    drops: int = 0
    claim: int = 0
    status: int = 200
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Send the content, or the range of it that was asked for."""
        wanted = request.headers.get("Range", "")
        self.asked.append(wanted)
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and self.ranges else 0
        if self.status != 200:
            request.send_error(self.status)
            return
        if start and start >= len(self.content):
            request.send_response(416)
            request.send_header("Content-Range", f"bytes */{len(self.content)}")
            request.end_headers()
            return
        self._send(request, start)

    def _send(self, request: BaseHTTPRequestHandler, start: int) -> None:
        body = self.content[start:]
        request.send_response(206 if start else 200)
        if start:
            last = len(self.content) - 1
            request.send_header("Content-Range", f"bytes {start}-{last}/{len(self.content)}")
        request.send_header("Content-Length", str(len(body) + self.claim))
        request.end_headers()
        if self.drops:
            self.drops -= 1
            body = body[: self.drop_after]
        request.wfile.write(body)


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on this computer that does as the test says."""
    behaviour = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            behaviour.answer(self)

        def log_message(self, *_args: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        behaviour.url = f"http://127.0.0.1:{http.server_address[1]}/model.zip"
        thread = threading.Thread(target=http.serve_forever, args=(0.01,))
        thread.start()
        yield behaviour
        http.shutdown()
        thread.join()


def model_at(url: str, **other: Any) -> tuple[CatalogueModel, ...]:
    """Return a catalogue of one model."""
    known = {"sha256": hashlib.sha256(MODEL).hexdigest(), "unpacked_bytes": 1_000_000, **other}
    return (
        CatalogueModel(
            name=NAME, language="en-us", note="", url=url, size_bytes=len(MODEL), **known
        ),
    )


def test_catalogue_names_models_at_their_publishers() -> None:
    """The suggested model comes first, with an address and a checksum."""
    first = catalogue()[0]

    assert first.name == "vosk-model-small-en-us-0.15"
    assert first.url == "https://alphacephei.com/vosk/models/vosk-model-small-en-us-0.15.zip"
    assert first.sha256 is not None


def test_catalogue_tells_its_mistakes(tmp_path: Path) -> None:
    """A catalogue that a training room has changed says what is wrong in which line."""
    path = tmp_path / "models.yaml"
    path.write_text("base_url: x\nmodels:\n  - nam: y\n", encoding="utf-8")

    with pytest.raises(CatalogueProblem, match=r'yaml:3: "nam" is not known .*did you mean "name"'):
        catalogue(path)


def test_install_downloads_checks_and_unpacks(server: Server, tmp_path: Path) -> None:
    """A model is there afterwards, verified; progress ends at the whole size; no part is left."""
    told: list[tuple[int, int]] = []
    done = install(NAME, tmp_path, lambda *at: told.append(at), models=model_at(server.url))

    assert done.verified
    assert [model.name for model in installed(tmp_path)] == [NAME]
    assert told[-1] == (len(MODEL), len(MODEL))
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_installed_model_is_not_fetched_again(server: Server, tmp_path: Path) -> None:
    """A second install asks nothing of the server."""
    for _ in range(2):
        done = install(NAME, tmp_path, models=model_at(server.url))

    assert len(server.asked) == 1
    assert done.note == f"{NAME} is installed already."


def test_broken_connection_is_taken_up_again(server: Server, tmp_path: Path) -> None:
    """A connection that drops twice goes on from its last whole chunk each time."""
    server.drops, server.drop_after = 2, 70_000
    done = install(NAME, tmp_path, models=model_at(server.url))

    assert done.verified
    assert server.asked == ["", "bytes=65536-", "bytes=131072-"]


def test_cancelled_download_goes_on_next_time(server: Server, tmp_path: Path) -> None:
    """What had come when the person stopped is not fetched again."""
    with pytest.raises(DownloadCancelledProblem, match="goes on from there"):
        install(NAME, tmp_path, cancelled=lambda: True, models=model_at(server.url))
    kept = (tmp_path / f"{NAME}.zip.part").stat().st_size

    assert 0 < kept < len(MODEL)
    assert install(NAME, tmp_path, models=model_at(server.url)).verified
    assert server.asked[1] == f"bytes={kept}-"


def test_server_without_ranges_starts_over(server: Server, tmp_path: Path) -> None:
    """A server that ignores ranges sends the whole file, which replaces the part."""
    (tmp_path / f"{NAME}.zip.part").write_bytes(b"old")
    server.ranges = False

    assert install(NAME, tmp_path, models=model_at(server.url)).verified


def test_whole_part_is_not_fetched_again(server: Server, tmp_path: Path) -> None:
    """A part that was whole already is unpacked as it is."""
    (tmp_path / f"{NAME}.zip.part").write_bytes(MODEL)

    assert install(NAME, tmp_path, models=model_at(server.url)).verified


def test_part_that_is_too_long_is_thrown_away(server: Server, tmp_path: Path) -> None:
    """A part longer than the file begins anew."""
    (tmp_path / f"{NAME}.zip.part").write_bytes(MODEL + b"more")

    assert install(NAME, tmp_path, models=model_at(server.url)).verified


def test_wrong_checksum_installs_nothing(server: Server, tmp_path: Path) -> None:
    """A file that is not the publisher's is thrown away, and the message says so."""
    with pytest.raises(ModelProblem, match=r"checksum is wrong. Download it again"):
        install(NAME, tmp_path, models=model_at(server.url, sha256="0" * 64))

    assert list(tmp_path.iterdir()) == []


def test_length_that_is_a_lie(server: Server, tmp_path: Path) -> None:
    """A server that promises more than it has ends in one sentence, not in a loop."""
    server.claim = 1000

    with pytest.raises(ModelProblem, match="can't be reached"):
        install(NAME, tmp_path, models=model_at(server.url, sha256=None))


def test_no_network_names_the_usb_stick(tmp_path: Path) -> None:
    """Where nothing answers, the message says how to do without a network."""
    with pytest.raises(ModelProblem, match=r"USB stick.*models import FILE.zip"):
        install(NAME, tmp_path, models=model_at("http://127.0.0.1:9/model.zip"))


def test_refusal_is_told(server: Server, tmp_path: Path) -> None:
    """A server that does not have the file is quoted."""
    server.status = 404

    with pytest.raises(ModelProblem, match=r"refused by its server \(404"):
        install(NAME, tmp_path, models=model_at(server.url))


def test_full_disk_is_found_before_the_download(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk without room is told before anything is written."""
    usage = shutil.disk_usage(tmp_path)._replace(free=10_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)

    with pytest.raises(ModelProblem, match=r"not enough room.*Free \d+ MB"):
        install(NAME, tmp_path, models=model_at(server.url))
    assert list(tmp_path.iterdir()) == []


def test_unknown_checksum_is_remembered(server: Server, tmp_path: Path) -> None:
    """The first download can't be verified and says so; a later one must be the same file."""
    models = model_at(server.url, sha256=None)
    first = install(NAME, tmp_path, models=models)
    remove(NAME, tmp_path)
    second = install(NAME, tmp_path, models=models)
    remove(NAME, tmp_path)
    server.content = zipped({f"{NAME}/am/final.mdl": b"another"})

    assert (first.verified, second.verified) == (False, True)
    assert "could not be verified" in first.note
    with pytest.raises(ModelProblem, match="checksum is wrong"):
        install(NAME, tmp_path, models=models)


def test_remembered_checksums_that_are_damaged_are_forgotten(
    server: Server, tmp_path: Path
) -> None:
    """A broken file of checksums does not stop an install."""
    (tmp_path / "checksums.json").write_text("[1, 2", encoding="utf-8")
    done = install(NAME, tmp_path, models=model_at(server.url, sha256=None))

    assert not done.verified
    assert list(json.loads((tmp_path / "checksums.json").read_text())) == [NAME]


def test_unknown_name(tmp_path: Path) -> None:
    """A name that is not in the catalogue is told with those that are."""
    with pytest.raises(ModelProblem, match=r"no model nonsense.*vosk-model-small-en-us-0.15"):
        install("nonsense", tmp_path)


def test_import_from_a_stick(tmp_path: Path) -> None:
    """A zip file with a model in it is installed under its folder's name."""
    (tmp_path / "stick.zip").write_bytes(MODEL)
    done = import_zip(tmp_path / "stick.zip", tmp_path / "models")

    assert done.path == tmp_path / "models" / NAME
    assert (done.path / "am" / "final.mdl").stat().st_size == 200_000
    assert "could not be verified" in done.note


def test_import_without_a_top_folder(tmp_path: Path) -> None:
    """A model that lies at the zip file's root takes the zip file's name."""
    (tmp_path / "mine.zip").write_bytes(zipped({"am/final.mdl": b"x", "conf/model.conf": b"y"}))

    assert import_zip(tmp_path / "mine.zip", tmp_path / "models").path.name == "mine"


def test_import_of_a_known_model_checks_it(tmp_path: Path) -> None:
    """A zip file that calls itself a known model must have that model's checksum."""
    archive = tmp_path / "vosk-model-small-en-us-0.15.zip"
    archive.write_bytes(MODEL)

    with pytest.raises(ModelProblem, match="checksum is wrong"):
        import_zip(archive, tmp_path / "models")
    assert archive.exists()


def symlink() -> ZipInfo:
    """Return an entry that is a symbolic link."""
    entry = ZipInfo(f"{NAME}/am/link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize(
    "entry",
    ["../evil", "/etc/evil", f"{NAME}/../../evil", "C:\\evil", "a\\..\\..\\evil", symlink()],
    ids=str,
)
def test_zip_that_writes_elsewhere_is_refused(tmp_path: Path, entry: str | ZipInfo) -> None:
    """Nothing of a zip file with a path out of its folder, or a link, is unpacked."""
    archive = tmp_path / "evil.zip"
    archive.write_bytes(MODEL)
    with ZipFile(archive, "a") as file:
        file.writestr(entry, b"/etc/passwd")

    with pytest.raises(ModelProblem, match="not safe to unpack"):
        import_zip(archive, tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []
    assert not (tmp_path / "evil").exists()


def test_zip_bomb_is_refused(tmp_path: Path) -> None:
    """A zip file that grows far beyond its size is not unpacked."""
    archive = tmp_path / "bomb.zip"
    archive.write_bytes(zipped({f"{NAME}/am/final.mdl": bytes(50_000_000)}))

    with pytest.raises(ModelProblem, match="would grow over"):
        import_zip(archive, tmp_path / "models")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"no zip", "not a whole zip file"),
        (MODEL[:-500], "not a whole zip file"),
        (MODEL[:5000] + bytes(100) + MODEL[5100:], "not a whole zip file"),
        (zipped({"photos/cat.jpg": b"x"}), "holds no Vosk model"),
    ],
    ids=["not zip", "truncated", "damaged", "no model"],
)
def test_what_is_no_model_is_refused(tmp_path: Path, content: bytes, complaint: str) -> None:
    """A file that is damaged or holds something else installs nothing and leaves nothing."""
    archive = tmp_path / "x.zip"
    archive.write_bytes(content)

    with pytest.raises(ModelProblem, match=complaint):
        import_zip(archive, tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


def test_import_of_nothing(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(ModelProblem, match=r"There is no file .*nothing.zip"):
        import_zip(tmp_path / "nothing.zip", tmp_path)


def test_import_does_not_replace(tmp_path: Path) -> None:
    """A model that is installed stays until it is removed."""
    (tmp_path / "stick.zip").write_bytes(MODEL)
    import_zip(tmp_path / "stick.zip", tmp_path / "models")

    with pytest.raises(ModelProblem, match=f"models remove {NAME}"):
        import_zip(tmp_path / "stick.zip", tmp_path / "models")


def test_remove(tmp_path: Path) -> None:
    """A removed model is gone; one that is not there, or a path, is refused."""
    (tmp_path / "stick.zip").write_bytes(MODEL)
    import_zip(tmp_path / "stick.zip", tmp_path / "models")
    remove(NAME, tmp_path / "models")

    assert installed(tmp_path / "models") == ()
    with pytest.raises(ModelProblem, match=r"not installed. Installed in .*: none"):
        remove("../models", tmp_path / "models")


def test_no_folder_is_no_models(tmp_path: Path) -> None:
    """Before the first install there is no folder, and that is fine."""
    assert installed(tmp_path / "models") == ()


def test_a_model_is_taken_in_from_its_folder(tmp_path: Path) -> None:
    """It is copied whole, and stays where it was."""
    source = tmp_path / "stick" / NAME
    (source / "am").mkdir(parents=True)
    (source / "am" / "final.mdl").write_bytes(b"x")

    done = import_folder(source, tmp_path / "models")

    assert (done.path / "am" / "final.mdl").read_bytes() == b"x"
    assert not done.verified
    assert source.exists()
    assert [model.name for model in installed(tmp_path / "models")] == [NAME]
    with pytest.raises(ModelProblem, match=r"installed already\. Remove it first"):
        import_folder(source, tmp_path / "models")


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    """Nothing of it is copied."""
    (tmp_path / "holiday").mkdir()

    with pytest.raises(ModelProblem, match="is no Vosk model"):
        import_folder(tmp_path / "holiday", tmp_path / "models")


def test_a_folder_that_can_not_be_copied_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No half of a model is listened with."""
    (tmp_path / NAME / "am").mkdir(parents=True)

    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("trainer.speech.models.shutil.copytree", full)
    with pytest.raises(ModelProblem, match="can't be copied"):
        import_folder(tmp_path / NAME, tmp_path / "models")

    assert list((tmp_path / "models").iterdir()) == []
