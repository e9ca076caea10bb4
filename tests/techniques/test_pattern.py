import pytest

from trainer.techniques.pattern import Pattern, PatternMistake, compile_pattern, compile_slots

BARRIERS = frozenset({"not", "but"})
SLOTS = {"FEELING": ["upset", "fed up", "(so|very) cross"], "ANY": ["FEELING", "tired"]}


def plain(word: str) -> tuple[str, ...]:
    """Return the word itself, written contractions apart."""
    return {"i'm": ("i", "am")}.get(word, (word,) if word.isalpha() else ())


def pattern(source: str) -> Pattern:
    """Compile a pattern over the slots above."""
    return compile_pattern(source, compile_slots(SLOTS, plain, BARRIERS), plain, BARRIERS)


@pytest.mark.parametrize(
    ("source", "reply", "end"),
    [
        ("i'm sorry", "i am sorry", 3),
        ("(i|we) can", "we can do it", 2),
        ("(i|we) can", "you can", None),
        ("so [very] sorry", "so sorry", 2),
        ("so [very] sorry", "so very sorry", 3),
        ("tell ... about", "tell me all about", 4),
        ("tell ... about", "tell me all of it about", None),
        ("tell ...4 about", "tell me all of it about", 6),
        ("tell ... about", "tell me not about", None),
        ("my name is _", "my name is ada", 4),
        ("my name is _", "my name is", None),
        ("my name is _", "my name is not", None),
        ("you are FEELING", "you are fed up", 4),
        ("you are FEELING", "you are very cross", 4),
        ("you are ANY", "you are tired", 3),
        ("you are ANY", "you are upset", 3),
        ("^ right $", "right", 1),
        ("^ right $", "right then", None),
        ("(a|b c|d [e] f)", "d e f", 3),
        ("i [really] [so] (do|did not)", "i really did not", 4),
        ("x y z", "x y", None),
    ],
)
def test_match(source: str, reply: str, end: int | None) -> None:
    """A pattern matches from the first word to its longest end, or not at all."""
    assert pattern(source).end_at(reply.split(), 0) == end


def test_start_is_the_reply_s_own() -> None:
    """The ^ edge holds at the reply's first word only."""
    assert pattern("^ right").end_at(["well", "right"], 1) is None


def test_words_ahead_are_looked_at_first() -> None:
    """A pattern knows which words it begins with and which follow."""
    compiled = pattern("(i|we) [really] can ... help")

    assert compiled.firsts == {"i", "we"}
    assert compiled.ahead == (frozenset({"really", "can"}), None)


@pytest.mark.parametrize(
    ("source", "mistake"),
    [
        ("[so]", "can begin with anything"),
        ("... sorry", "can begin with anything"),
        ("_ sorry", "can begin with anything"),
        ("sorry ...", 'ends with "..."'),
        ("(sorry", 'lacks a "[)]"'),
        ("sorry]", "closes a bracket"),
        ("(a|)", "empty alternative"),
        ("NOTHING here", "no slot above it"),
        ("!!", "holds no word"),
    ],
)
def test_mistakes(source: str, mistake: str) -> None:
    """What can't be matched is refused in words."""
    with pytest.raises(PatternMistake, match=mistake):
        pattern(source)


def test_mistake_in_a_slot() -> None:
    """A slot that can't be read is named."""
    with pytest.raises(PatternMistake, match=r"^BAD: "):
        compile_slots({"BAD": ["(a"]}, plain, BARRIERS)
