"""Spoken or typed words as plain tokens that still know which words they came from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Normaliser", "Token"]

PIECE = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")


@dataclass(frozen=True, slots=True)
class Token:
    """A plain word, and the words of the reply that it stands for (end excluded)."""

    text: str
    start: int
    end: int


class Normaliser:
    """Makes "I'm, uh, sorry" and "im sorry" the same tokens: ``i am sorry``.

    Args:
        suffixes: Ends of contractions and what they stand for, such as ``'ll`` → ``will``.
        heard_as: Spellings, slips and misheard words, one or two words each, and what was meant.
        fillers: Words to skip, such as ``um``.
        stutters: Words of which an immediate repeat is skipped, such as ``i``.
    """

    def __init__(
        self,
        suffixes: Mapping[str, str],
        heard_as: Mapping[str, str],
        fillers: Sequence[str] = (),
        stutters: Sequence[str] = (),
    ) -> None:
        self._suffixes = tuple(sorted(suffixes.items(), key=lambda one: -len(one[0])))
        self._words = {key: tuple(to.split()) for key, to in heard_as.items() if " " not in key}
        self._pairs = {
            tuple(key.split()): tuple(to.split()) for key, to in heard_as.items() if " " in key
        }
        self._fillers = frozenset(fillers)
        self._stutters = frozenset(stutters)

    def tokens(self, words: Sequence[str]) -> tuple[Token, ...]:
        """Return the tokens of a reply, fillers left out."""
        plain: list[Token] = []
        for index, word in enumerate(words):
            for text in self.plain(word):
                self._append(plain, Token(text, index, index + 1))
        return tuple(self._mend_pairs(plain))

    def plain(self, word: str) -> tuple[str, ...]:
        """Return the plain words that one written word stands for."""
        lower = word.lower().replace("\u2019", "'")
        known = self._words.get(lower)
        if known is not None:
            return known
        return tuple(text for piece in PIECE.findall(lower) for text in self._expand(piece))

    def _expand(self, piece: str) -> tuple[str, ...]:
        known = self._words.get(piece)
        if known is not None:
            return known
        if "'" in piece:
            for suffix, meaning in self._suffixes:
                if piece.endswith(suffix) and piece != suffix:
                    return (*self._expand(piece.removesuffix(suffix)), *meaning.split())
        bare = piece.replace("'", "")
        return self._words.get(bare, (bare,))

    def _append(self, plain: list[Token], token: Token) -> None:
        if token.text in self._fillers:
            return
        last = plain[-1] if plain else None
        if last and last.text == token.text and token.text in self._stutters:
            plain[-1] = Token(last.text, last.start, token.end)
        else:
            plain.append(token)

    def _mend_pairs(self, plain: list[Token]) -> list[Token]:
        mended: list[Token] = []
        at = 0
        while at < len(plain):
            pair = plain[at : at + 2]
            meant = self._pairs.get(tuple(token.text for token in pair))
            if meant is None:
                mended.append(plain[at])
                at += 1
            else:
                mended += [Token(text, pair[0].start, pair[1].end) for text in meant]
                at += 2
        return mended
