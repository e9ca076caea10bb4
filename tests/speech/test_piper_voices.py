"""Piper's voices on disk; the models are stand-ins, since real ones can't be fetched here."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zipfile import ZipFile

import pytest

from trainer.speech import piper_voices
from trainer.speech.downloads import DownloadCancelledProblem
from trainer.speech.piper_voices import (
    PiperCatalogue,
    PiperCatalogueProblem,
    catalogue,
    has_piper,
    import_voice,
    install,
    installed,
    remove,
    usable,
)
from trainer.speech.problems import ModelProblem

NAME = "en_GB-alan-medium"
MODEL = b"\x08\x07" + bytes(range(256)) * 800
SETTINGS = json.dumps({"audio": {"sample_rate": 22050}, "phoneme_id_map": {"a": [1]}}).encode()


@pytest.fixture
def served() -> Iterator[dict[str, bytes]]:
    """What a server on this computer has, by path; its address is under the empty path."""
    files: dict[str, bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = files.get(self.path)
            if content is None:
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_args: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    files[""] = f"http://127.0.0.1:{server.server_port}/".encode()
    yield files
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def known(served: dict[str, bytes]) -> PiperCatalogue:
    """A catalogue of that server, with one whole voice on it."""
    path = f"/en/en_GB/alan/medium/{NAME}.onnx"
    served |= {path: MODEL, f"{path}.json": SETTINGS}
    return PiperCatalogue(base_url=served[""].decode(), voices=(NAME, "en_US-joe-medium"))


def put(folder: Path, name: str = NAME, model: bytes = MODEL, settings: bytes = SETTINGS) -> Path:
    """Put a voice's two files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.onnx").write_bytes(model)
    (folder / f"{name}.onnx.json").write_bytes(settings)
    return folder / f"{name}.onnx"


def zipped(path: Path, entries: dict[str, bytes]) -> Path:
    """Write a zip file with these entries."""
    with ZipFile(path, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def test_voice_is_downloaded_checked_and_removed(known: PiperCatalogue, tmp_path: Path) -> None:
    """Both files come, the progress is told, no part is left; removed, nothing is."""
    told: list[tuple[int, int]] = []
    done = install(NAME, tmp_path, lambda *seen: told.append(seen), known=known)

    assert installed(tmp_path) == {NAME: done.path}
    assert done.path.read_bytes() == MODEL
    assert told[-1] == (len(MODEL), len(MODEL))
    assert f"{NAME} is installed." in done.note
    assert "en/en_GB/alan/medium/MODEL_CARD" in done.note
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"{NAME}.onnx", f"{NAME}.onnx.json"]

    remove(NAME, tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_voice_that_is_there_is_not_fetched_again(tmp_path: Path) -> None:
    """No server is asked."""
    put(tmp_path)
    nowhere = PiperCatalogue(base_url="http://127.0.0.1:9/", voices=(NAME,))

    assert install(NAME, tmp_path, known=nowhere).path == tmp_path / f"{NAME}.onnx"


def test_unknown_voice_is_named_beside_those_there_are(tmp_path: Path) -> None:
    """The message lists the catalogue."""
    with pytest.raises(ModelProblem, match=r"no Piper voice nobody here.*en_US-joe-medium"):
        install("nobody", tmp_path)


def test_refused_download_says_how_to_do_it_by_hand(known: PiperCatalogue, tmp_path: Path) -> None:
    """A voice that the server lacks can be brought as a file."""
    with pytest.raises(
        ModelProblem, match=r"refused by its server .404.*\./run voices import FILE\.onnx"
    ):
        install("en_US-joe-medium", tmp_path, known=known)

    assert installed(tmp_path) == {}


def test_no_network_says_how_to_do_it_by_hand(tmp_path: Path) -> None:
    """Without a network a USB stick will do."""
    nowhere = PiperCatalogue(base_url="http://127.0.0.1:9/", voices=(NAME,))

    with pytest.raises(ModelProblem, match=r"can't be reached.*\./run voices import"):
        install(NAME, tmp_path, known=nowhere)


def test_stopped_download_goes_on_from_there(known: PiperCatalogue, tmp_path: Path) -> None:
    """What has come of the model stays in its part."""
    with pytest.raises(DownloadCancelledProblem):
        install(NAME, tmp_path, cancelled=lambda: True, known=known)

    assert installed(tmp_path) == {}
    assert any(path.suffix == ".part" for path in tmp_path.iterdir())


def test_page_instead_of_a_model_is_refused(
    served: dict[str, bytes], known: PiperCatalogue, tmp_path: Path
) -> None:
    """A server that answers with a page has sent no voice, and nothing is left of it."""
    served[f"/en/en_GB/alan/medium/{NAME}.onnx"] = b"<html>log in first</html>"

    with pytest.raises(ModelProblem, match=r"alan-medium\.onnx is no ONNX model"):
        install(NAME, tmp_path, known=known)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "settings", [b"{}", b"[1]", b"no json", b'{"audio": {"sample_rate": "x"}}', b"\xff\xfe"]
)
def test_settings_of_something_else_are_refused(tmp_path: Path, settings: bytes) -> None:
    """The settings must tell the rate and the sounds."""
    model = put(tmp_path / "stick", settings=settings)

    with pytest.raises(ModelProblem, match="holds no settings of a Piper voice"):
        import_voice(model, tmp_path / "here")


def test_voice_is_imported_from_a_stick(tmp_path: Path) -> None:
    """From the model with its settings beside it; the originals stay."""
    model = put(tmp_path / "stick")
    done = import_voice(model, tmp_path / "here")

    assert installed(tmp_path / "here") == {NAME: done.path}
    assert model.exists()


def test_voice_is_imported_from_a_zip_file(tmp_path: Path) -> None:
    """Whatever folders are in it, only the two files are taken, into the folder of voices."""
    entries = {f"../up/{NAME}.onnx": MODEL, f"x/{NAME}.onnx.json": SETTINGS, "x/MODEL_CARD": b"CC0"}
    done = import_voice(zipped(tmp_path / "voice.zip", entries), tmp_path / "here")

    assert done.path == tmp_path / "here" / f"{NAME}.onnx"
    assert sorted(p.name for p in (tmp_path / "here").iterdir()) == [
        f"{NAME}.onnx",
        f"{NAME}.onnx.json",
    ]
    assert not (tmp_path / "up").exists()


@pytest.mark.parametrize(
    "entries",
    [
        {f"{NAME}.onnx": MODEL},
        {"README": b"hello"},
        {"a.onnx": MODEL, "a.onnx.json": SETTINGS, "b.onnx": MODEL, "b.onnx.json": SETTINGS},
    ],
)
def test_zip_file_without_just_one_voice_is_refused(
    tmp_path: Path, entries: dict[str, bytes]
) -> None:
    """One model with its settings is needed."""
    with pytest.raises(ModelProblem, match=r"holds no Piper voice: one \.onnx file"):
        import_voice(zipped(tmp_path / "voice.zip", entries), tmp_path / "here")


def test_zip_file_that_would_grow_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is looked at before anything is unpacked."""
    monkeypatch.setattr(piper_voices, "MOST_BYTES", 1000)
    archive = zipped(tmp_path / "voice.zip", {"a.onnx": MODEL, "a.onnx.json": SETTINGS})

    with pytest.raises(ModelProblem, match=r'not safe to unpack: "a\.onnx" in it'):
        import_voice(archive, tmp_path / "here")


def test_damaged_zip_file_is_refused(tmp_path: Path) -> None:
    """A zip file that is cut short says so."""
    archive = zipped(tmp_path / "voice.zip", {"a.onnx": MODEL, "a.onnx.json": SETTINGS})
    archive.write_bytes(archive.read_bytes()[:500])

    with pytest.raises(ModelProblem, match="not a whole zip file"):
        import_voice(archive, tmp_path / "here")


def test_what_is_no_voice_is_refused(tmp_path: Path) -> None:
    """A file that is not there, a model without settings, some other file."""
    alone = tmp_path / "a.onnx"
    alone.write_bytes(MODEL)

    for file, complaint in (
        (tmp_path / "none.onnx", "There is no file"),
        (alone, "is no Piper voice: name its .onnx file"),
        (put(tmp_path / "stick").with_suffix(".onnx.json"), "is no Piper voice"),
    ):
        with pytest.raises(ModelProblem, match=complaint):
            import_voice(file, tmp_path / "here")


def test_installed_voice_is_not_overwritten(tmp_path: Path) -> None:
    """The message says how to take it away first; no part is left."""
    put(tmp_path / "here")

    with pytest.raises(ModelProblem, match=r"installed already.*voices remove en_GB-alan-medium"):
        import_voice(put(tmp_path / "stick"), tmp_path / "here")

    assert not list((tmp_path / "here").glob("*.part"))


def test_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    """A file is in the way."""
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(ModelProblem, match="can't be made"):
        import_voice(put(tmp_path / "stick"), tmp_path / "file" / "voices")


def test_voice_that_is_not_installed_can_not_be_removed(tmp_path: Path) -> None:
    """The message names those that are."""
    put(tmp_path, "en_US-joe-medium")

    with pytest.raises(ModelProblem, match=r"alan-medium is not installed.*en_US-joe-medium"):
        remove(NAME, tmp_path)


def test_model_without_settings_is_no_voice(tmp_path: Path) -> None:
    """Half a voice is none; neither is a folder that is not there."""
    put(tmp_path).with_suffix(".onnx.json").unlink()

    assert installed(tmp_path) == installed(tmp_path / "none") == {}


def test_voices_are_of_no_use_without_piper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Installed they are; to speak they need Piper itself, and the note says how to get it."""
    monkeypatch.setattr(piper_voices, "find_spec", lambda _: None)
    done = import_voice(put(tmp_path / "stick"), tmp_path)

    assert not has_piper()
    assert list(installed(tmp_path)) == [NAME]
    assert usable(tmp_path) == {}
    assert 'pip install "piper-tts' in done.note

    monkeypatch.setattr(piper_voices, "find_spec", lambda _: object())

    assert list(usable(tmp_path)) == [NAME]


def test_catalogue_knows_where_each_voice_is() -> None:
    """The address is made of language, who and quality."""
    assert (
        catalogue()
        .url("en_GB-southern_english_female-low")
        .endswith(
            "/main/en/en_GB/southern_english_female/low/en_GB-southern_english_female-low.onnx"
        )
    )


def test_mistake_in_the_catalogue_is_told(tmp_path: Path) -> None:
    """A name that is no Piper voice's has its line."""
    path = tmp_path / "piper.yaml"
    path.write_text("base_url: http://x/\nvoices:\n  - alan\n", encoding="utf-8")

    with pytest.raises(PiperCatalogueProblem, match=r"piper.yaml:3"):
        catalogue(path)
