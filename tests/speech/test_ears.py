"""One contract for every recogniser, and the choice between them."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.support.speech import TINY, FakeEars, words_every
from trainer.audio.sounds import read_sound, to_16k
from trainer.conversation.blocks import BLOCK_SAMPLES, SAMPLE_RATE, Samples, silence
from trainer.conversation.words import text_of
from trainer.rehearsal.ports import Recogniser
from trainer.speech import vosk_ears
from trainer.speech.ears import choose_ears
from trainer.speech.problems import EarsProblem
from trainer.speech.sphinx_ears import SphinxModel, SphinxRecogniser
from trainer.speech.vosk_ears import VoskModel, VoskRecogniser

DATA = Path(__file__).parent.parent / "data"

TRUTH = {
    "sorry": "i am so sorry about the delay let me look into that right now",
    "number": "would you mind if i ask for your order number",
    "understand": "i understand how frustrating this must be for you",
}

NewRecogniser = Callable[[], Recogniser]


@pytest.fixture(scope="module")
def vosk() -> VoskModel:
    """The tiny model, loaded once."""
    return VoskModel(TINY)


@pytest.fixture(scope="module")
def sphinx() -> SphinxModel:
    """PocketSphinx's model, loaded once."""
    return SphinxModel()


@pytest.fixture(params=["vosk", "sphinx", "fake"])
def recogniser(request: pytest.FixtureRequest) -> NewRecogniser:
    """Make recognisers of each kind."""
    if request.param == "fake":
        return FakeEars([words_every(TRUTH["number"], start_ms=300)] * 5).recogniser
    model: VoskModel | SphinxModel = request.getfixturevalue(request.param)
    return model.recogniser


def reply(name: str) -> Samples:
    """Return a spoken reply."""
    samples, rate = soundfile.read(DATA / "speech" / f"{name}.wav", dtype="float32")
    assert rate == SAMPLE_RATE
    return np.asarray(samples, dtype=np.float32)


def heard(recogniser: Recogniser, samples: Samples) -> list[str]:
    """Let it hear the sound block by block, and return the partial words that changed."""
    partials: list[str] = []
    for start in range(0, len(samples), BLOCK_SAMPLES):
        partial = recogniser.hear(samples[start : start + BLOCK_SAMPLES])
        if [partial] != partials[-1:]:
            partials.append(partial)
    return partials


def spoken(text: str, folder: Path) -> Samples:
    """Return the text as espeak-ng says it, with half a second of a quiet room around it."""
    path = folder / "spoken.wav"
    subprocess.run(["espeak-ng", "-v", "en-us", "-w", path, text], check=True)
    sound = to_16k(*read_sound(path))
    room = np.random.default_rng(1).normal(0, 0.001, len(sound) + SAMPLE_RATE)
    room[SAMPLE_RATE // 2 : -SAMPLE_RATE // 2] += sound
    return room.astype(np.float32)


def errors(text: str, truth: str) -> int:
    """Return how many words were inserted, lost or mistaken."""
    said, meant = text.split(), truth.split()
    row = list(range(len(said) + 1))
    for lost, word in enumerate(meant, 1):
        last, row[0] = row[0], lost
        for place, other in enumerate(said, 1):
            last, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, last + (word != other)),
            )
    return row[-1]


def test_recognisers_fit_the_port(vosk: VoskModel, sphinx: SphinxModel) -> None:
    """Both recognisers, and the fake, are what the rehearsal asks for."""
    fits: list[Recogniser] = [
        VoskRecogniser(vosk._model),
        sphinx.recogniser(),
        FakeEars().recogniser(),
        choose_ears(TINY.parent, str(TINY)).recogniser(),
    ]

    assert all(recogniser.finish() == () for recogniser in fits)


def test_words_come_while_they_are_spoken(recogniser: NewRecogniser) -> None:
    """Partial words grow: some are there halfway, and the last ones are close to the final."""
    one, sound = recogniser(), reply("number")
    half = heard(one, sound[: len(sound) // 2])[-1].split()
    whole = heard(one, sound[len(sound) // 2 :])[-1].split()
    final = one.finish()

    assert 2 <= len(half) < len(whole)
    assert abs(len(whole) - len(final)) <= 2
    assert errors(text_of(final), TRUTH["number"]) <= 2


def test_final_words_lie_in_order_inside_the_sound(recogniser: NewRecogniser) -> None:
    """No word ends before it starts, before the last one, or outside the sound."""
    one, sound = recogniser(), reply("number")
    heard(one, sound)
    words = one.finish()
    times = [at for word in words for at in (word.start_ms, word.end_ms)]

    assert times == sorted(times)
    assert times[0] >= 200
    assert times[-1] <= len(sound) * 1000 / SAMPLE_RATE
    assert all(0 <= word.confidence <= 1 for word in words)
    assert all(word.text == word.text.lower().strip("<>[]()0123456789") for word in words)


def test_silence_gives_no_words(recogniser: NewRecogniser) -> None:
    """Two seconds of nothing are no words, and neither is no sound at all."""
    quiet = recogniser()

    assert heard(quiet, silence(2 * SAMPLE_RATE)) == [""]
    assert quiet.finish() == ()
    assert recogniser().finish() == ()


def test_finish_may_be_called_twice(recogniser: NewRecogniser) -> None:
    """The final words stay what they are."""
    one = recogniser()
    heard(one, reply("number"))

    assert one.finish() == one.finish()


def test_two_recognisers_do_not_mix(recogniser: NewRecogniser) -> None:
    """One that hears silence while another hears a reply stays silent."""
    one, other = recogniser(), recogniser()
    for start in range(0, len(reply("number")), BLOCK_SAMPLES):
        one.hear(reply("number")[start : start + BLOCK_SAMPLES])
        other.hear(silence())

    assert errors(text_of(one.finish()), TRUTH["number"]) <= 2
    assert other.finish() == ()


@pytest.mark.parametrize("name", ["sorry", "number", "understand"])
def test_vosk_hears_the_replies(vosk: VoskModel, name: str) -> None:
    """The tiny model mishears two words of a synthetic reply at most."""
    one = vosk.recogniser()
    heard(one, reply(name))

    assert errors(text_of(one.finish()), TRUTH[name]) <= 2


def test_vosk_listens_on_after_a_long_pause(vosk: VoskModel) -> None:
    """Words from before and after three seconds of silence are one reply, with their own times."""
    one = vosk.recogniser()
    sound = np.concatenate([reply("number"), silence(3 * SAMPLE_RATE), reply("sorry")])
    partials = heard(one, sound)
    words = one.finish()
    second_ms = (len(reply("number")) + 3 * SAMPLE_RATE) * 1000 // SAMPLE_RATE

    assert errors(text_of(words), f"{TRUTH['number']} {TRUTH['sorry']}") <= 3
    assert errors(partials[-1], text_of(words)) <= 2
    assert abs(next(w.start_ms for w in words if w.text == "sorry") - second_ms - 1110) < 100


def test_vosk_drops_a_lone_ghost() -> None:
    """A lone doubtful word is a ghost; a sure one, or two doubtful ones, are not."""
    ghost = '{"result": [{"word": "the", "start": 0.3, "end": 0.4, "conf": 0.4}]}'
    sure = ghost.replace("0.4}", "0.9}")

    assert vosk_ears._without_ghost(vosk_ears._words(ghost)) == ()
    assert len(vosk_ears._without_ghost(vosk_ears._words(sure))) == 1
    assert len(vosk_ears._without_ghost(vosk_ears._words(ghost) * 2)) == 2


def test_vosk_knows_whether_it_hears_um(vosk: VoskModel) -> None:
    """Fillers are counted only with a vocabulary that has them; the tiny model's has."""
    assert vosk.has_fillers is True


def test_sphinx_uses_a_decoder_again(sphinx: SphinxModel) -> None:
    """A finished reply's decoder serves the next; an unfinished one's does not."""
    first = sphinx.recogniser()
    second = sphinx.recogniser()
    first.finish()
    third = sphinx.recogniser()

    assert third._decoder is first._decoder
    assert second._decoder is not first._decoder
    assert first.hear(reply("number")) == ""
    assert isinstance(second, SphinxRecogniser)


def test_without_a_model_pocketsphinx_listens_and_says_so(tmp_path: Path) -> None:
    """The choice is shown, with the command that betters it."""
    ears = choose_ears(tmp_path / "none")

    assert (ears.name, ears.synthetic_only, ears.has_fillers) == ("PocketSphinx", False, True)
    assert "./run models install vosk-model-small-en-us-0.15" in ears.note
    assert ears.recogniser().finish() == ()


def test_installed_model_is_preferred(tmp_path: Path) -> None:
    """Vosk listens as soon as a model is installed; PocketSphinx only if it is asked for."""
    shutil.copytree(TINY, tmp_path / "vosk-model-small-en-us-0.15")
    ears = choose_ears(tmp_path)

    assert (ears.name, ears.model) == ("Vosk", "vosk-model-small-en-us-0.15")
    assert ears.note == "Listening with Vosk (vosk-model-small-en-us-0.15)."
    assert choose_ears(tmp_path, "vosk-model-small-en-us-0.15").name == "Vosk"
    assert choose_ears(tmp_path, "pocketsphinx").name == "PocketSphinx"


def test_installed_model_that_is_broken_does_not_stop_a_rehearsal(tmp_path: Path) -> None:
    """PocketSphinx listens instead, and the note says why and what to do."""
    broken = tmp_path / "vosk-model-small-en-us-0.15"
    (broken / "am").mkdir(parents=True)
    ears = choose_ears(tmp_path)

    assert ears.name == "PocketSphinx"
    assert "is not whole. Install it again" in ears.note
    assert "Until then: Listening with PocketSphinx" in ears.note


def test_synthetic_model_is_taken_only_by_its_path() -> None:
    """A model that hears no human being is never chosen by itself, nor by its name alone."""
    assert choose_ears(TINY.parent).name == "PocketSphinx"
    with pytest.raises(EarsProblem, match="not installed"):
        choose_ears(TINY.parent, TINY.name)

    ears = choose_ears(TINY.parent, str(TINY))

    assert ears.synthetic_only
    assert "synthetic speech only" in ears.note


def test_missing_model_is_named(tmp_path: Path) -> None:
    """A model that is not there is named with the command that installs it."""
    with pytest.raises(EarsProblem, match=r"no speech model at .*gone.*models install"):
        choose_ears(tmp_path, str(tmp_path / "gone"))


@pytest.mark.parametrize("length", [0, 100])
@pytest.mark.parametrize("harm", ["am/final.mdl", "graph/words.txt", "graph/HCLr.fst"])
def test_broken_model_is_named(tmp_path: Path, harm: str, length: int) -> None:
    """A model with a file cut short or empty is named, and the program goes on."""
    broken = tmp_path / "broken"
    shutil.copytree(TINY, broken)
    (broken / harm).write_bytes((broken / harm).read_bytes()[:length])

    with pytest.raises(EarsProblem, match=r"broken is not whole. Install it again"):
        VoskModel(broken)


def test_folder_that_is_no_model_is_named(tmp_path: Path) -> None:
    """A folder with something else in it is no model."""
    with pytest.raises(EarsProblem, match="is not whole"):
        VoskModel(tmp_path)


def test_letters_that_vosk_cannot_open_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a path with special letters goes by its short name, or says what to do."""
    path = Path("C:/Users/Müller/models")
    monkeypatch.setattr(vosk_ears, "_short_name", lambda _name: "C:/Users/MLLER~1/models")

    assert vosk_ears._readable_by_vosk(path, windows=True) == "C:/Users/MLLER~1/models"
    assert vosk_ears._readable_by_vosk(path, windows=False) == str(path)

    monkeypatch.setattr(vosk_ears, "_short_name", lambda name: name)
    with pytest.raises(EarsProblem, match="special letters"):
        vosk_ears._readable_by_vosk(path, windows=True)


@pytest.mark.parametrize(
    ("text", "backchannels"),
    [("yeah", True), ("i see", True), ("okay right", True), ("stop", False), ("yes but", False)],
)
def test_an_ear_for_backchannels_hears_those_and_something_else(
    vosk: VoskModel, tmp_path: Path, text: str, *, backchannels: bool
) -> None:
    """The grammar has room for what is no backchannel, so that it need not be taken for one."""
    ear = vosk.backchannel_ear(["i see", "okay", "right", "yes", "yeah", "mm hm"])
    ear.hear(spoken(text, tmp_path))

    heard = ear.finish()
    assert all(word.text for word in heard) is backchannels
    assert all(450 <= word.start_ms < word.end_ms for word in heard if word.text)


def test_silence_is_no_backchannel(vosk: VoskModel) -> None:
    """Nothing at all is not listening."""
    ear = vosk.backchannel_ear(["yes"])
    ear.hear(np.zeros(SAMPLE_RATE, np.float32))

    assert ear.finish() == ()


def test_only_vosk_has_an_ear_for_backchannels(vosk: VoskModel) -> None:
    """PocketSphinx's grammars have no room for anything else: it would take all for one."""
    del vosk
    tiny = choose_ears(TINY.parent, str(TINY)).backchannel_ears(["yes"])

    assert tiny is not None
    assert tiny().finish() == ()
    assert choose_ears(TINY.parent, "pocketsphinx").backchannel_ears(["yes"]) is None
