"""Whether a reply asks for a detail: heard in its words, for recognised speech has no marks.

English tells by the order of its words: "did anyone come" asks, "nobody did" does not. So a reply
asks where an auxiliary stands before its subject and nothing before it could be the subject, where
a question word opens a clause or stands before such a pair, and where somebody says what they need
to know.
"""

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

__all__ = ["asks"]

Words: TypeAlias = Sequence[str]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[.?!;:]")
_STOPS = frozenset(".?!;:")
_LINKS = _set("and but so or okay ok well please sorry yes yeah no alright thanks right")
"""After these words a clause begins."""
_ASKING = _set("what who whose where when which why how")
_ASKING_IS = _set("what's who's where's when's how's whats whos wheres hows")
_MEASURES = _set("many much long old far often soon late big")
_DO, _BE = _set("do does did"), _set("is are was were")
_OTHERS = _set("has have can could will would should")
_AUXILIARIES = _DO | _BE | _OTHERS
_PEOPLE = _set("you he she they anyone anybody someone somebody everyone everybody")
_THINGS = _set("it that this these those there the your his her their any anything")
_I = _set("i we")
_SUBJECTS = _PEOPLE | _THINGS | _I | _set("everything something some")
_ANYWHERE: dict[str, frozenset[str]] = {
    **dict.fromkeys(_DO, _PEOPLE | _set("your any anything")),
    **dict.fromkeys(_OTHERS, _PEOPLE),
    **dict.fromkeys(("are", "were"), _set("you they")),
    **dict.fromkeys(("is", "was"), _set("she he anyone anybody anything everything everybody")),
}
"""Subjects that make a question of an auxiliary wherever the two stand."""
_NOT_AT_START: dict[str, frozenset[str]] = {
    "have": _THINGS,
    "do": _THINGS,
    "should": _set("you"),
}
"""Not even at the start: "have the room", "do that", "should you need anything"."""
_GOVERNS = _SUBJECTS | _AUXILIARIES | _set("to not never must may as than who which")
"""After these words an auxiliary belongs to what stands before it."""
_EMBEDS = _set("see know understand hear imagine explain about of that's is find")
"""After these words a question is only spoken of: "I see what is wrong"."""
_NOTHING_ELSE = ["there", "anything", "else"]
"""Asks for no detail: it closes a call."""
_CHECKS = _set("right correct okay ok all true so")
_TAKES = _set("ask have take see read note")
"""Someone who may I do this wants to be told."""
_NEEDS = _set("know have see take hear")


def asks(text: str) -> bool:
    """Say whether a detail is asked for."""
    if "?" in text:
        return True
    spoken = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    words = _TOKEN.findall(spoken)
    return any(way(words, at) for at in range(len(words)) for way in _WAYS)


def _at(words: Words, at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""


def _begins(words: Words, at: int) -> bool:
    return at == 0 or words[at - 1] in _STOPS or words[at - 1] in _LINKS


def _inverts(words: Words, at: int) -> bool:
    """Say whether an auxiliary stands here before its subject: "has she eaten"."""
    auxiliary, subject, before = words[at], _at(words, at + 1), _at(words, at - 1)
    if auxiliary not in _AUXILIARIES or subject not in _SUBJECTS - _I:
        return False
    if list(words[at + 1 : at + 4]) == _NOTHING_ELSE:
        return False
    if auxiliary in _BE and subject == "that" and _at(words, at + 2) in _CHECKS:
        return True
    if _begins(words, at):
        carries_on = before in ("and", "but", "or") and subject in ("the", "that", "this")
        return not (carries_on and auxiliary not in _DO) and subject not in _NOT_AT_START.get(
            auxiliary, ()
        )
    governed = before in _GOVERNS or before.endswith(("'ll", "'d", "'ve"))
    return subject in _ANYWHERE[auxiliary] and not governed


def _takes(words: Words, at: int) -> bool:
    """Say whether they ask to be told: "could I just have your name"."""
    if words[at] not in ("can", "could", "may", "should") or _at(words, at + 1) not in _I:
        return False
    verb = at + 2 + (_at(words, at + 2) in ("just", "please"))
    wants = _at(words, verb) in _TAKES or (words[verb : verb + 2] == ["get", "your"])
    return wants or words[at] == "should"


def _asks_with_a_word(words: Words, at: int) -> bool:
    """Say whether a question word asks here: "which shelf was it", "who told you"."""
    word, begins = words[at], _begins(words, at)
    if word in _ASKING_IS:
        return (begins and not _comes_to(words, at + 1)) or _at(words, at + 1) in _SUBJECTS
    if word not in _ASKING:
        return False
    following = _at(words, at + 1)
    if begins and (word == "who" or (word == "how" and following in _MEASURES)):
        return following not in _SUBJECTS
    if word == "what" and following == "happened":
        return begins and _at(words, at + 2) not in ("is", "was")
    return _inverts_after(words, at, begins=begins)


def _inverts_after(words: Words, at: int, *, begins: bool) -> bool:
    """Say whether an auxiliary follows, after a noun perhaps: "how many guests did", "what is"."""
    may_name = words[at] in ("what", "which", "whose", "how")
    for place in range(at + 1, at + 4 if may_name else at + 2):
        auxiliary, subject = _at(words, place), _at(words, place + 1)
        if auxiliary in _DO:
            return True
        if auxiliary in _AUXILIARIES:
            spoken_of = _at(words, at - 1) in _EMBEDS and auxiliary in _BE
            relative = words[at] == "which" and place == at + 1 and subject not in ("it", "your")
            opens = begins and not _comes_to(words, place + 1)
            return not (spoken_of or relative) and (opens or subject in _SUBJECTS)
        if auxiliary in _SUBJECTS or auxiliary in _STOPS:
            return False
    return words[at] == "which" and begins and at + 1 < len(words)


def _comes_to(words: Words, at: int) -> bool:
    """Say whether it was no question but the beginning of "what is important now is that"."""
    return "is" in words[at + 1 : at + 5]


def _demands(words: Words, at: int) -> bool:
    """Say whether they state what they want to be told: "I need your date of birth"."""
    if words[at] in ("need", "want", "require"):
        following = words[at + 1 : at + 3]
        needs = following[:1] == ["to"] and following[-1] in _NEEDS
        return _of_oneself(words, at) and (following[:1] == ["your"] or needs)
    if words[at] == "me" and _at(words, at - 1) in ("give", "tell"):
        return _at(words, at + 1) in _ASKING | {"your"}
    return words[at] == "your" and _begins(words, at) and "please" in words[at + 1 : at + 7]


def _of_oneself(words: Words, at: int) -> bool:
    before = words[max(0, at - 2) : at]
    return bool({"i", "we", "i'll", "we'll"}.intersection(before)) and "don't" not in before


_WAYS: tuple[Callable[[Words, int], bool], ...] = (_inverts, _takes, _asks_with_a_word, _demands)
