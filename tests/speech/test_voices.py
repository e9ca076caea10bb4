"""The customers' voice files."""

from collections import Counter
from pathlib import Path

import pytest

from trainer.resources import voices
from trainer.scenario.scenario import Temperament
from trainer.speech.piper_voices import catalogue
from trainer.speech.problems import VoiceProblem
from trainer.speech.voices import load_voices

GOOD = (voices() / "dana.yaml").read_text(encoding="utf-8")


def test_bundled_voices_are_a_dozen_people() -> None:
    """Women and men from 19 to 78 of every temperament, each in the file of their name."""
    bundled = load_voices(voices())

    assert {path.stem for path in voices().glob("*.yaml")} == set(bundled)
    assert {"dana", "marcus"} < set(bundled)
    assert Counter(voice.sex for voice in bundled.values()) == {"female": 6, "male": 6}
    assert {voice.temperament for voice in bundled.values()} == set(Temperament)
    assert (min(v.age for v in bundled.values()), max(v.age for v in bundled.values())) == (19, 78)


def test_nobody_borrows_anothers_voice() -> None:
    """On espeak-ng each has a first choice of their own; on every engine there are fallbacks."""
    bundled = load_voices(voices()).values()

    assert len({voice.engines.espeak_ng[0] for voice in bundled}) == len(bundled)
    assert all(len(voice.engines.sapi5) >= 3 and len(voice.engines.nsss) >= 3 for voice in bundled)


def test_piper_voices_are_known_to_the_catalogue() -> None:
    """Every Piper voice that a file names can be installed by that name."""
    named = {name for voice in load_voices(voices()).values() for name in voice.engines.piper}

    assert named <= set(catalogue().voices)


def test_delivery_goes_from_calm_to_furious() -> None:
    """At 0 it is the calm delivery, at 100 the furious one, and halfway lies between."""
    dana = load_voices(voices())["dana"]
    half = dana.delivery_at(50)

    assert dana.delivery_at(0) == dana.calm
    assert dana.delivery_at(100) == dana.delivery_at(130) == dana.furious
    assert dana.calm.rate_wpm < half.rate_wpm < dana.furious.rate_wpm
    assert dana.calm.level_db < half.level_db < dana.furious.level_db
    assert dana.calm.range_semitones < half.range_semitones < dana.furious.range_semitones
    assert dana.calm.pause_percent > half.pause_percent > dana.furious.pause_percent


@pytest.mark.parametrize(
    ("written", "instead", "complaint"),
    [
        ("age: 38", "age: old", 'dana.yaml:5: "age" wants a whole number: write digits only'),
        ("rate_wpm: 165", "rate_wpm: 5", 'yaml:12: "rate_wpm" is too small: write 80 or more'),
        ("sapi5: [Zira, Hazel, Susan]", "sapi5: []", 'yaml:10: "sapi5" is empty'),
        ("espeak-ng: [", "espeak_n: [", '"espeak_n" is not known here: did you mean "espeak-ng"'),
        ("name: Dana", "nam: Dana", '"nam" is not known here: did you mean "name"'),
        ("sex: female", "sex: femal", '"femal" is not known here: did you mean "female"'),
        ("sex: female", "sex: [female", "this can't be read as YAML"),
        ("id: dana", "id: Dana Bell", 'yaml:2: "id" can\'t be written so: use lower case'),
    ],
)
def test_mistake_is_named_with_its_line(
    tmp_path: Path, written: str, instead: str, complaint: str
) -> None:
    """A mistake names the file, the line and the place."""
    (tmp_path / "dana.yaml").write_text(GOOD.replace(written, instead), encoding="utf-8")

    with pytest.raises(VoiceProblem, match=complaint):
        load_voices(tmp_path)


def test_two_voices_with_one_id(tmp_path: Path) -> None:
    """The second file with an id is named."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(GOOD, encoding="utf-8")

    with pytest.raises(VoiceProblem, match=r'b.yaml: the id "dana" is taken'):
        load_voices(tmp_path)


def test_empty_folder(tmp_path: Path) -> None:
    """A folder without voices says so."""
    with pytest.raises(VoiceProblem, match="has no voice files"):
        load_voices(tmp_path)


def test_not_utf8(tmp_path: Path) -> None:
    """A file in another encoding says how to save it."""
    (tmp_path / "x.yaml").write_bytes(b"name: \xff\xfe")

    with pytest.raises(VoiceProblem, match="save it again as UTF-8"):
        load_voices(tmp_path)


def test_not_readable(tmp_path: Path) -> None:
    """What can't be opened as a file is named."""
    (tmp_path / "x.yaml").mkdir()

    with pytest.raises(VoiceProblem, match=r"x\.yaml: this can't be opened"):
        load_voices(tmp_path)
