"""The translations of the window are whole."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from trainer.resources import assets

CHECKOUT = Path(__file__).parents[2]
LANGUAGES = sorted(path.stem for path in (assets() / "translations").glob("*.ts"))
BRACES = re.compile(r"{[^}]*}|%n")

every_language = pytest.mark.parametrize("language", LANGUAGES)


def messages(file: Path) -> dict[tuple[str, str], ET.Element]:
    """Return the messages of a translation by their context and sentence."""
    root = ET.parse(file).getroot()  # noqa: S314 - a file of our own
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in root.iter("context")
        for message in context.iter("message")
    }


def said(message: ET.Element) -> list[str]:
    """Return its translation, or every plural of it."""
    translation = message.find("translation")
    assert translation is not None
    plurals = translation.findall("numerusform")
    return [one.text or "" for one in plurals] if plurals else [translation.text or ""]


def is_finished(message: ET.Element) -> bool:
    """Tell whether somebody has translated it."""
    translation = message.find("translation")
    return translation is not None and "type" not in translation.attrib and all(said(message))


@pytest.fixture(scope="session")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return every sentence of the window, as it is gathered now."""
    file = tmp_path_factory.mktemp("translations") / "now.ts"
    sources = [
        *(CHECKOUT / "trainer/desktop").rglob("*.py"),
        CHECKOUT / "trainer/records/wording.py",
    ]
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    command: list[str | Path] = [tool, "-silent", *sources, "-ts", file]
    subprocess.run(command, check=True, capture_output=True)
    return file


def test_there_is_another_language_than_english() -> None:
    """German is complete, to prove that it can be done."""
    assert "de" in LANGUAGES


@every_language
def test_every_sentence_is_translated(language: str, gathered: Path) -> None:
    """Of those that the window says now, none is missing or unfinished."""
    known = messages(assets() / "translations" / f"{language}.ts")
    missing = [
        sentence
        for sentence in messages(gathered)
        if sentence not in known or not is_finished(known[sentence])
    ]

    assert missing == []


@every_language
def test_what_is_filled_in_stays(language: str) -> None:
    """A translation has the braces of its sentence, no more and no fewer."""
    wrong = [
        sentence
        for (_, sentence), message in messages(assets() / "translations" / f"{language}.ts").items()
        for translation in said(message)
        if sorted(BRACES.findall(translation)) != sorted(BRACES.findall(sentence))
    ]

    assert wrong == []


@every_language
def test_what_is_loaded_is_made_of_it(language: str, tmp_path: Path) -> None:
    """The compiled file is that of the sentences as they are."""
    folder, made = assets() / "translations", tmp_path / "made.qm"
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    command: list[str | Path] = [tool, "-silent", folder / f"{language}.ts", "-qm", made]
    subprocess.run(command, check=True, capture_output=True)

    assert (folder / f"{language}.qm").read_bytes() == made.read_bytes()
