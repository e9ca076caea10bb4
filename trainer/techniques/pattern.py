"""The pattern language of the phrase lists: a slot grammar, compiled once, matched on tokens.

    (i am|we are) [so|very] sorry for ... TROUBLE

means one of the alternatives in ( ), perhaps one of those in [ ], up to three words for ``...``
(``...5`` for up to five; it never runs across a word such as *not* or *but*), and any phrase of a
slot for a word in capitals. ``_`` is any one word, ``^`` the start of the reply, ``$`` its end.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

__all__ = ["Node", "Pattern", "PatternMistake", "Phrases", "compile_pattern", "compile_slots"]

Places: TypeAlias = frozenset[int]
Plain: TypeAlias = Callable[[str], tuple[str, ...]]
Words: TypeAlias = frozenset[str] | None

PARTS = re.compile(r"\.\.\.\d*|[()\[\]|^$]|[^\s()\[\]|^$]+")
GAP_WORDS = 3
AHEAD = 3
"""How many words of a pattern are looked at before it is tried in full."""


class PatternMistake(ValueError):  # noqa: N818 - the sentence is for the writer of a list
    """A pattern that can't be read; the message says why."""


class Node(Protocol):
    """One part of a pattern."""

    def ends(self, texts: Sequence[str], starts: Places) -> Places:
        """Return every place where this part can end, having started at one of `starts`."""

    def offers(self, at: int) -> Words:
        """Return the words that can stand `at` words into a match; None when any can."""

    def lengths(self) -> frozenset[int]:
        """Return how many words a match can have, up to `AHEAD`."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """One of many plain phrases, found by their first word."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]]

    def ends(self, texts: Sequence[str], starts: Places) -> Places:
        """Go past every phrase that stands at one of `starts`."""
        return frozenset(
            end
            for start in starts
            if start < len(texts)
            for rest in self.by_first.get(texts[start], ())
            if tuple(texts[start + 1 : (end := start + 1 + len(rest))]) == rest
        )

    def offers(self, at: int) -> Words:
        """Return the phrases' words at that place."""
        if at == 0:
            return frozenset(self.by_first)
        return frozenset(
            rest[at - 1] for rests in self.by_first.values() for rest in rests if len(rest) >= at
        )

    def lengths(self) -> frozenset[int]:
        """Return how long the phrases are."""
        return frozenset(
            min(AHEAD, len(rest) + 1) for rests in self.by_first.values() for rest in rests
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several alternatives."""

    options: tuple[Node, ...]

    def ends(self, texts: Sequence[str], starts: Places) -> Places:
        """Go past any of the alternatives."""
        return frozenset().union(*(option.ends(texts, starts) for option in self.options))

    def offers(self, at: int) -> Words:
        """Return what any of the alternatives offers."""
        return _together(option.offers(at) for option in self.options)

    def lengths(self) -> frozenset[int]:
        """Return the lengths of all."""
        return frozenset().union(*(option.lengths() for option in self.options))


@dataclass(frozen=True, slots=True)
class Run:
    """Parts one after another."""

    parts: tuple[Node, ...]

    def ends(self, texts: Sequence[str], starts: Places) -> Places:
        """Go past all parts in order."""
        for part in self.parts:
            starts = part.ends(texts, starts)
            if not starts:
                break
        return starts

    def offers(self, at: int) -> Words:
        """Return what the parts offer that can hold that place."""
        offered: list[Words] = []
        begins = frozenset({0})
        for part in self.parts:
            offered += [part.offers(at - begin) for begin in begins if begin <= at]
            begins = _sums(begins, part.lengths())
        return _together(offered)

    def lengths(self) -> frozenset[int]:
        """Return the sums of the parts' lengths."""
        lengths = frozenset({0})
        for part in self.parts:
            lengths = _sums(lengths, part.lengths())
        return lengths


@dataclass(frozen=True, slots=True)
class Maybe:
    """A part that may be missing."""

    part: Node

    def ends(self, texts: Sequence[str], starts: Places) -> Places:
        """Go past the part, or stay."""
        return starts | self.part.ends(texts, starts)

    def offers(self, at: int) -> Words:
        """Return what the part offers."""
        return self.part.offers(at)

    def lengths(self) -> frozenset[int]:
        """Return the part's lengths and none at all."""
        return self.part.lengths() | {0}


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `words` words of any kind but `barriers`, and no fewer than `least`."""

    words: int
    barriers: frozenset[str]
    least: int = 0

    def ends(self, texts: Sequence[str], starts: Places) -> Places:
        """Go past nothing, one word, and so on."""
        reached = set() if self.least else set(starts)
        for start in starts:
            for place in range(start, min(start + self.words, len(texts))):
                if texts[place] in self.barriers:
                    break
                reached.add(place + 1)
        return frozenset(reached)

    def offers(self, at: int) -> Words:
        """Return that any word can stand in a gap."""
        return None if at < self.words else frozenset()

    def lengths(self) -> frozenset[int]:
        """Return every length from the least to the most."""
        return frozenset(range(self.least, min(AHEAD, self.words) + 1))


@dataclass(frozen=True, slots=True)
class Edge:
    """The start or the end of the reply."""

    at_end: bool

    def ends(self, texts: Sequence[str], starts: Places) -> Places:
        """Stay where the reply starts or ends."""
        return starts & {len(texts) if self.at_end else 0}

    def offers(self, at: int) -> Words:  # noqa: ARG002 - an edge offers nothing anywhere
        """Return nothing: an edge is no word."""
        return frozenset()

    def lengths(self) -> frozenset[int]:
        """Return none: an edge is no word."""
        return frozenset({0})


@dataclass(frozen=True, slots=True)
class Slot:
    """A word class, looked through once for all the patterns that use it."""

    node: Node
    offered: tuple[Words, ...]
    sizes: frozenset[int]

    def ends(self, texts: Sequence[str], starts: Places) -> Places:
        """Go past any phrase of the slot."""
        return self.node.ends(texts, starts)

    def offers(self, at: int) -> Words:
        """Return the words of the slot's phrases at that place."""
        return self.offered[at]

    def lengths(self) -> frozenset[int]:
        """Return how long the slot's phrases are."""
        return self.sizes


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern.

    Attributes:
        source: As written.
        node: What it matches.
        firsts: Words that it can begin with.
        ahead: Words that can follow the first, one and two words on; None where any can.
    """

    source: str
    node: Node
    firsts: frozenset[str]
    ahead: tuple[Words, ...]

    def end_at(self, texts: Sequence[str], start: int) -> int | None:
        """Return where the longest match that begins at `start` ends, or None."""
        for place, words in enumerate(self.ahead, start + 1):
            if words is not None and (place >= len(texts) or texts[place] not in words):
                return None
        ends = self.node.ends(texts, frozenset({start}))
        return max(ends) if ends else None


def _together(offered: Iterable[Words]) -> Words:
    words: set[str] = set()
    for one in offered:
        if one is None:
            return None
        words |= one
    return frozenset(words)


def _sums(some: frozenset[int], others: frozenset[int]) -> frozenset[int]:
    return frozenset(min(AHEAD, one + other) for one in some for other in others)


def compile_slots(
    slots: Mapping[str, Sequence[str]], plain: Plain, barriers: frozenset[str]
) -> dict[str, Node]:
    """Compile every slot; its phrases are patterns and may use the slots above it.

    Raises:
        PatternMistake: A phrase can't be read; the message begins with the slot's name.
    """
    compiled: dict[str, Node] = {}
    for name, phrases in slots.items():
        try:
            nodes = [_Reader(one, compiled, plain, barriers).read() for one in phrases]
        except PatternMistake as mistake:
            raise PatternMistake(f"{name}: {mistake}") from None
        node = _choice(nodes)
        offered = tuple(node.offers(at) for at in range(AHEAD))
        compiled[name] = Slot(node, offered, node.lengths())
    return compiled


def compile_pattern(
    source: str, slots: Mapping[str, Node], plain: Plain, barriers: frozenset[str]
) -> Pattern:
    """Compile one pattern.

    Raises:
        PatternMistake: It can't be read; the message says what to change.
    """
    node = _Reader(source, slots, plain, barriers).read()
    firsts = node.offers(0)
    if 0 in node.lengths() or not firsts:
        raise PatternMistake(f'"{source}" can begin with anything. Give it a first word it needs.')
    if isinstance(node, Run) and _is_open(node.parts[-1]):
        raise PatternMistake(f'"{source}" ends with "...". Take that "..." out.')
    ahead = tuple(_expected(node, at) for at in range(1, AHEAD))
    return Pattern(source, node, firsts, ahead)


def _expected(node: Node, at: int) -> Words:
    """Return the words that must stand `at` words into a match; None when any may."""
    return None if min(node.lengths()) <= at else node.offers(at)


def _is_open(node: Node) -> bool:
    return isinstance(node, Gap) and not node.least


@dataclass
class _Reader:
    """Reads one pattern from left to right."""

    source: str
    slots: Mapping[str, Node]
    plain: Plain
    barriers: frozenset[str]
    left: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.left = PARTS.findall(self.source)[::-1]

    def read(self) -> Node:
        node = self._alternatives()
        if self.left:
            raise PatternMistake(f'"{self.source}" closes a bracket that it never opened.')
        return node

    def _alternatives(self) -> Node:
        options = [self._run()]
        while self.left and self.left[-1] == "|":
            self.left.pop()
            options.append(self._run())
        return _choice(options)

    def _run(self) -> Node:
        parts: list[Node] = []
        while self.left and self.left[-1] not in {"|", ")", "]"}:
            parts.append(self._part(self.left.pop()))
        if not parts:
            raise PatternMistake(f'"{self.source}" has an empty alternative. Fill it or drop it.')
        return _run(parts)

    def _part(self, part: str) -> Node:
        if part in {"(", "["}:
            inner = self._alternatives()
            self._close(")" if part == "(" else "]")
            return inner if part == "(" else Maybe(inner)
        if part in {"^", "$"}:
            return Edge(at_end=part == "$")
        if part == "_":
            return Gap(1, self.barriers, least=1)
        if part.startswith("..."):
            return Gap(int(part[3:] or GAP_WORDS), self.barriers)
        return self._slot(part) if part.isupper() and len(part) > 1 else self._literal(part)

    def _close(self, bracket: str) -> None:
        if not self.left or self.left.pop() != bracket:
            raise PatternMistake(f'"{self.source}" lacks a "{bracket}".')

    def _slot(self, name: str) -> Node:
        if name not in self.slots:
            raise PatternMistake(f'"{self.source}" uses {name}, which is no slot above it.')
        return self.slots[name]

    def _literal(self, word: str) -> Node:
        texts = self.plain(word)
        if not texts:
            raise PatternMistake(f'"{self.source}" has "{word}", which holds no word.')
        return Phrases({texts[0]: (texts[1:],)})


def _run(parts: list[Node]) -> Node:
    """Join parts; plain words in a row become one phrase."""
    joined: list[Node] = []
    for part in parts:
        last = _lone(joined[-1]) if joined else None
        here = _lone(part)
        if last and here:
            joined[-1] = Phrases({last[0]: ((*last[1:], *here),)})
        else:
            joined.append(part)
    return joined[0] if len(joined) == 1 else Run(tuple(joined))


def _lone(node: Node) -> tuple[str, ...]:
    """Return the words of a node that is a single plain phrase, else nothing."""
    if isinstance(node, Phrases) and len(node.by_first) == 1:
        ((first, rests),) = node.by_first.items()
        if len(rests) == 1:
            return (first, *rests[0])
    return ()


def _choice(options: Sequence[Node]) -> Node:
    """Join alternatives; those that are plain phrases become one table."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    others: list[Node] = []
    for option in options:
        if isinstance(option, Phrases):
            for first, rests in option.by_first.items():
                by_first.setdefault(first, []).extend(rests)
        else:
            others.append(option)
    table = Phrases({first: tuple(rests) for first, rests in by_first.items()})
    parts: list[Node] = [*([table] if by_first or not others else []), *others]
    return parts[0] if len(parts) == 1 else Choice(tuple(parts))
