"""Make the conversations in tests/data/conversations with flite and espeak-ng: FLAC, 16 kHz.

Run it as ``python -m tests.data.make_conversations``. In `calm` and `rude` are replies to the lost
parcel. `call.flac` is a whole call, the customer on the left and the trainee on the right;
`call.json` holds what is true of it, known from how it was put together.
"""

import json
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypedDict

import numpy as np
import soundfile

from trainer.audio.sounds import Table, read_sound, to_16k
from trainer.conversation.blocks import SAMPLE_RATE, Millis, Samples

FOLDER = Path(__file__).parent / "conversations"
SILENT = 0.01
"""Speech begins and ends where it is louder than this."""

CALM = (
    "I am so sorry. I can hear how upsetting this is for you.",
    "You have every right to be angry. Your order says it was delivered on Monday, is that right?",
    "What would help you most today?",
    "I will give you a replacement from our stock today. Does that work for you?",
)
RUDE = (
    "Calm down. It is not that bad.",
    "You should have checked with your neighbors.",
    "There is nothing I can do. That is our policy.",
    "That is not my problem.",
)

Speaker = Literal["customer", "trainee"]
Kind = Literal["interruption", "backchannel", "end_overlap"]


class Placed(TypedDict):
    """A turn as it stands in the call."""

    speaker: Speaker
    text: str
    overlap: Kind | None
    start_ms: Millis
    end_ms: Millis


@dataclass(frozen=True)
class Turn:
    """What somebody says, this long after all before has ended; before 0 it overlaps.

    Attributes:
        overlap: What beginning before the customer's end is.
        lasts_ms: The speaker falls silent in mid-word after this time.
    """

    speaker: Speaker
    text: str
    after_ms: Millis
    overlap: Kind | None = None
    lasts_ms: Millis | None = None


CALL = (
    Turn("customer", "Your website says my order was delivered on Monday, but nobody came.", 800),
    Turn("trainee", "I am so sorry about that. Please tell me what happened.", 600),
    Turn(
        "customer",
        "I waited at home the whole day, and in the evening I called you, and I was told to wait "
        "until the end of the week.",
        700,
    ),
    Turn("trainee", "I see.", -3_200, "backchannel"),
    Turn(
        "trainee",
        "I can hear how frustrating this is. You have every right to be angry about it.",
        500,
    ),
    Turn(
        "customer",
        "Last week it was the same, and then I talked to a woman who promised to call me back.",
        600,
        lasts_ms=3_400,
    ),
    Turn(
        "trainee", "But I need your order number before we can do anything.", -900, "interruption"
    ),
    Turn("customer", "Let me finish. I want my order this week.", 700),
    Turn(
        "trainee",
        "You are right. I will send you a replacement today, and it will be there on Thursday.",
        -180,
        "end_overlap",
    ),
    Turn("customer", "Okay. Thank you for your help.", 800),
)


def main() -> None:
    """Write everything."""
    for name, replies in (("calm", CALM), ("rude", RUDE)):
        (FOLDER / name).mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(replies, 1):
            edge = np.zeros(SAMPLE_RATE * 3 // 10, dtype=np.float32)
            reply = np.concatenate([edge, spoken("trainee", text), edge])
            soundfile.write(FOLDER / name / f"{number}.flac", reply, SAMPLE_RATE, "PCM_16")
    whole, truth = put_together(CALL)
    soundfile.write(FOLDER / "call.flac", whole, SAMPLE_RATE, "PCM_16")
    (FOLDER / "call.json").write_text(json.dumps(truth, indent=1) + "\n")


def put_together(turns: Sequence[Turn]) -> tuple[Table, dict[str, object]]:
    """Return a call, customer left and trainee right, and what is true of it."""
    noise = np.random.default_rng(1).normal(0, 2e-4, (2, 90 * SAMPLE_RATE))
    sides = dict(zip(("customer", "trainee"), noise.astype(np.float32), strict=True))
    placed: list[Placed] = []
    for turn in turns:
        samples = cut(spoken(turn.speaker, turn.text), turn.lasts_ms)
        start_ms = max((one["end_ms"] for one in placed), default=0) + turn.after_ms
        first = start_ms * SAMPLE_RATE // 1000
        sides[turn.speaker][first : first + len(samples)] += samples
        placed.append(
            {
                "speaker": turn.speaker,
                "text": turn.text,
                "overlap": turn.overlap,
                "start_ms": start_ms,
                "end_ms": start_ms + len(samples) * 1000 // SAMPLE_RATE,
            }
        )
    duration_ms = placed[-1]["end_ms"] + 800
    whole = np.stack([sides["customer"], sides["trainee"]], axis=1)
    truth = {"duration_ms": duration_ms, "words_per_minute": pace(placed), "turns": placed}
    return whole[: duration_ms * SAMPLE_RATE // 1000], truth


def pace(turns: Sequence[Placed]) -> float:
    """Return the trainee's words a minute, backchannels left out."""
    replies = [
        one for one in turns if one["speaker"] == "trainee" and one["overlap"] != "backchannel"
    ]
    words = sum(len(one["text"].split()) for one in replies)
    return round(words * 60_000 / sum(one["end_ms"] - one["start_ms"] for one in replies), 1)


def spoken(speaker: Speaker, text: str) -> Samples:
    """Return the text as that speaker says it, without silence on either side."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "spoken.wav"
        voices = {
            "customer": f"espeak-ng -v en-us+m3 -s 150 -w {path}",
            "trainee": f"flite -voice slt --setf duration_stretch=1.2 -o {path} -t",
        }
        subprocess.run([*voices[speaker].split(), text], check=True)
        samples = to_16k(*read_sound(path))
    loud = np.flatnonzero(np.abs(samples) > SILENT)
    return samples[loud[0] : loud[-1] + 1]


def cut(samples: Samples, lasts_ms: Millis | None) -> Samples:
    """Return what is heard of it when the speaker falls silent after that time."""
    if lasts_ms is None:
        return samples
    heard = samples[: lasts_ms * SAMPLE_RATE // 1000].copy()
    heard[-320:] *= np.linspace(1, 0, 320, dtype=np.float32)
    return heard


if __name__ == "__main__":
    main()
