import re
from collections.abc import Iterator

import pytest

from benchmarks import sayings
from trainer import resources

WORDS = resources.asset("demo/vosk-model-tiny-synthetic-en") / "graph" / "words.txt"


def texts(said: object) -> Iterator[str]:
    """Give every text in nested tuples."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, tuple):
        for one in said:
            yield from texts(one)


@pytest.mark.parametrize("name", sayings.__all__)
def test_vocabulary(name: str) -> None:
    """The tiny model knows every word that is said."""
    known = {line.split()[0] for line in WORDS.read_text(encoding="utf-8").splitlines()}

    said = {word for text in texts(getattr(sayings, name)) for word in re.findall(r"[a-z']+", text)}

    assert said - known == set()
