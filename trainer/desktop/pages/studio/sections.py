"""What the form has: its sections, each with its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from trainer.conversation.lines import WhenCut
from trainer.desktop.pages.studio.choices import Competences, Needs
from trainer.desktop.pages.studio.groups import Groups
from trainer.desktop.pages.studio.listing import Pieces, Texts
from trainer.desktop.pages.studio.part import Column, Extra, FormPart
from trainer.desktop.pages.studio.situations import Situations
from trainer.desktop.pages.studio.values import Line, Name, Paragraph, Tick, Words
from trainer.records.wording import QT_TRANSLATE_NOOP
from trainer.scenario.kinds import Category, Difficulty, Occasion, Setting, StopsFor, Temperament

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.desktop.pages.studio.sheet import Sheet
    from trainer.rehearsal.rewriting import Content

__all__ = ["SECTIONS", "Section", "word"]

WORDS = {
    "frame": QT_TRANSLATE_NOOP("ScenarioForm", "The frame"),
    "competences": QT_TRANSLATE_NOOP("ScenarioForm", "What can be practised"),
    "customer": QT_TRANSLATE_NOOP("ScenarioForm", "The customer"),
    "briefing": QT_TRANSLATE_NOOP("ScenarioForm", "The briefing"),
    "needs": QT_TRANSLATE_NOOP("ScenarioForm", "What they can't do without"),
    "facts": QT_TRANSLATE_NOOP("ScenarioForm", "The facts"),
    "solution": QT_TRANSLATE_NOOP("ScenarioForm", "The solution"),
    "demands": QT_TRANSLATE_NOOP("ScenarioForm", "Demands"),
    "threats": QT_TRANSLATE_NOOP("ScenarioForm", "Threats"),
    "insults": QT_TRANSLATE_NOOP("ScenarioForm", "Insults"),
    "rambles": QT_TRANSLATE_NOOP("ScenarioForm", "Talking of other things"),
    "lines": QT_TRANSLATE_NOOP("ScenarioForm", "What they say"),
    "title": QT_TRANSLATE_NOOP("ScenarioForm", "Title"),
    "setting": QT_TRANSLATE_NOOP("ScenarioForm", "Setting"),
    "category": QT_TRANSLATE_NOOP("ScenarioForm", "Trade"),
    "occasion": QT_TRANSLATE_NOOP("ScenarioForm", "Occasion"),
    "place": QT_TRANSLATE_NOOP("ScenarioForm", "Place"),
    "difficulty": QT_TRANSLATE_NOOP("ScenarioForm", "Difficulty"),
    "minutes": QT_TRANSLATE_NOOP("ScenarioForm", "Minutes"),
    "voice": QT_TRANSLATE_NOOP("ScenarioForm", "Voice"),
    "opening_pressure": QT_TRANSLATE_NOOP("ScenarioForm", "Anger at the beginning, 10 to 90"),
    "opening_trust": QT_TRANSLATE_NOOP("ScenarioForm", "Trust at the beginning, 0 to 100"),
    "name": QT_TRANSLATE_NOOP("ScenarioForm", "The customer's name"),
    "age": QT_TRANSLATE_NOOP("ScenarioForm", "Age"),
    "who": QT_TRANSLATE_NOOP("ScenarioForm", "Who they are"),
    "temperament": QT_TRANSLATE_NOOP("ScenarioForm", "Temperament"),
    "when_cut": QT_TRANSLATE_NOOP("ScenarioForm", "When they are interrupted"),
    "vents_first": QT_TRANSLATE_NOOP("ScenarioForm", "Pieces they have to let off first"),
    "patience_s": QT_TRANSLATE_NOOP("ScenarioForm", "Seconds of a reply they bear"),
    "shows_it": QT_TRANSLATE_NOOP("ScenarioForm", "They sound as angry as they are"),
    "you_are": QT_TRANSLATE_NOOP("ScenarioForm", "Who the trainee is"),
    "what_happened": QT_TRANSLATE_NOOP("ScenarioForm", "What happened"),
    "you_may": QT_TRANSLATE_NOOP("ScenarioForm", "What you may offer"),
    "you_may_not": QT_TRANSLATE_NOOP("ScenarioForm", "What you may not offer"),
    "key": QT_TRANSLATE_NOOP("ScenarioForm", "Its name in the text"),
    "value": QT_TRANSLATE_NOOP("ScenarioForm", "The fact"),
    "said_as": QT_TRANSLATE_NOOP("ScenarioForm", "Ways to say it"),
    "wrong_as": QT_TRANSLATE_NOOP("ScenarioForm", "Ways to get it wrong"),
    "corrected": QT_TRANSLATE_NOOP("ScenarioForm", "What they say to that"),
    "asked_as": QT_TRANSLATE_NOOP("ScenarioForm", "Ways to ask for it"),
    "answer": QT_TRANSLATE_NOOP("ScenarioForm", "What they answer"),
    "unasked": QT_TRANSLATE_NOOP("ScenarioForm", "What they say until they are asked"),
    "sensitive": QT_TRANSLATE_NOOP(
        "ScenarioForm", "They only tell it to who asked whether they may"
    ),
    "needed": QT_TRANSLATE_NOOP("ScenarioForm", "Nothing can be arranged before it is known"),
    "remedies": QT_TRANSLATE_NOOP("ScenarioForm", "Remedies"),
    "what": QT_TRANSLATE_NOOP("ScenarioForm", "What it is"),
    "too_much": QT_TRANSLATE_NOOP("ScenarioForm", "What would be too much"),
    "explanation": QT_TRANSLATE_NOOP("ScenarioForm", "Explanation: what went wrong"),
    "explained_as": QT_TRANSLATE_NOOP("ScenarioForm", "Ways to explain it"),
    "assurance": QT_TRANSLATE_NOOP("ScenarioForm", "Assurance: what will be different"),
    "assured_as": QT_TRANSLATE_NOOP("ScenarioForm", "Ways to assure it"),
    "demand_says": QT_TRANSLATE_NOOP("ScenarioForm", "How they ask for it"),
    "threat_says": QT_TRANSLATE_NOOP("ScenarioForm", "How they threaten"),
    "again": QT_TRANSLATE_NOOP("ScenarioForm", "How they come back to it"),
    "granted_as": QT_TRANSLATE_NOOP("ScenarioForm", "Ways to grant it"),
    "declined_as": QT_TRANSLATE_NOOP("ScenarioForm", "Ways to decline it kindly"),
    "dropped": QT_TRANSLATE_NOOP("ScenarioForm", "How they drop it"),
    "gives_way": QT_TRANSLATE_NOOP("ScenarioForm", "Ways to give way to it"),
    "after": QT_TRANSLATE_NOOP("ScenarioForm", "After so many replies"),
    "from_pressure": QT_TRANSLATE_NOOP("ScenarioForm", "From this anger on, 0 to 95"),
    "stop_for": QT_TRANSLATE_NOOP("ScenarioForm", "What ends them"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the form.

    Attributes:
        name: What it is remembered by, and called by `word`.
        make: Makes what is in it.
        count: Tells how many there are; None where that says nothing.
    """

    name: str
    make: Callable[[], FormPart]
    count: Callable[[Sheet], int] | None = None


def word(name: str) -> str:
    """Return what a section or a part is called."""
    return QCoreApplication.translate("ScenarioForm", WORDS[name])


def _frame() -> FormPart:
    parts = (
        _line("title"),
        _words("setting", Setting),
        _words("category", Category),
        _words("occasion", Occasion),
        _line("place"),
        _words("difficulty", Difficulty),
        _line("minutes"),
        _line("voice"),
        _line("opening_pressure"),
        _line("opening_trust"),
    )
    return Column(parts)


def _customer() -> FormPart:
    parts = (
        _line("name"),
        _line("age"),
        Paragraph(word("who"), "who"),
        _words("temperament", Temperament),
        _words("when_cut", WhenCut),
        _line("vents_first"),
        _line("patience_s"),
        Tick(word("shows_it"), "shows_it"),
    )
    return Column(parts, "customer")


def _briefing() -> FormPart:
    parts = (
        _line("you_are"),
        Paragraph(word("what_happened"), "what_happened"),
        _texts("you_may"),
        _texts("you_may_not"),
    )
    return Column(parts, "briefing")


def _facts() -> FormPart:
    fresh: Content = {"value": "", "said_as": ("",)}
    return Groups(word("facts"), "facts", title="value", fresh=fresh, fields=_fact, stem="fact")


def _fact() -> tuple[FormPart, ...]:
    optional = ("wrong_as", "corrected", "asked_as", "answer", "unasked")
    return (
        Paragraph(word("value"), "value"),
        _texts("said_as"),
        *(_texts(one, is_optional=True) for one in optional),
        Tick(word("sensitive"), "sensitive"),
        Tick(word("needed"), "needed"),
        Name(word("key")),
    )


def _solution() -> FormPart:
    fresh: Content = {"what": "", "said_as": ("",)}
    remedies = Groups(
        word("remedies"),
        "remedies",
        title="what",
        fresh=fresh,
        fields=_remedy,
        stem="remedy",
    )
    parts = (
        remedies,
        _texts("too_much", is_optional=True),
        _extra("explanation", "explained_as"),
        _extra("assurance", "assured_as"),
    )
    return Column(parts, "solution")


def _extra(name: str, said_as: str) -> FormPart:
    parts = (Paragraph(word("what"), "what"), Texts(word(said_as), "said_as"))
    return Extra(word(name), parts, name, {"what": "", "said_as": ("",)})


def _remedy() -> tuple[FormPart, ...]:
    return Paragraph(word("what"), "what"), _texts("said_as"), Name(word("key"))


def _demands() -> FormPart:
    fresh: Content = {"says": [""], "granted_as": ("",)}
    return Groups(word("demands"), "demands", title="says", fresh=fresh, fields=_demand)


def _demand() -> tuple[FormPart, ...]:
    return (
        Texts(word("demand_says"), "says"),
        _texts("again", is_optional=True),
        _texts("granted_as"),
        _texts("declined_as", is_optional=True),
        _line("after"),
    )


def _threats() -> FormPart:
    fresh: Content = {"says": [""], "dropped": [""]}
    return Groups(word("threats"), "threats", title="says", fresh=fresh, fields=_threat)


def _threat() -> tuple[FormPart, ...]:
    return (
        Texts(word("threat_says"), "says"),
        _texts("again", is_optional=True),
        _texts("dropped"),
        _texts("gives_way", is_optional=True),
        _line("after"),
    )


def _insults() -> FormPart:
    parts = (
        Pieces(word("insults"), "says", goes_with="insults"),
        _line("from_pressure"),
        _line("after"),
        _words("stop_for", StopsFor),
    )
    return Column(parts, "insults")


def _line(name: str) -> FormPart:
    return Line(word(name), name)


def _words(
    name: str,
    words: type[Setting | Category | Occasion | Difficulty | Temperament | WhenCut | StopsFor],
) -> FormPart:
    return Words(word(name), [one.value for one in words], name)


def _texts(name: str, *, is_optional: bool = False) -> FormPart:
    return Texts(word(name), name, is_optional=is_optional)


def _length(*place: str) -> Callable[[Sheet], int]:
    return lambda sheet: sheet.length(place)


SECTIONS = (
    Section("frame", _frame),
    Section("competences", Competences, _length("competences")),
    Section("customer", _customer),
    Section("briefing", _briefing),
    Section("needs", lambda: Needs(word("needs"))),
    Section("facts", _facts, _length("facts")),
    Section("solution", _solution, _length("solution", "remedies")),
    Section("demands", _demands, _length("demands")),
    Section("threats", _threats, _length("threats")),
    Section("insults", _insults, _length("insults", "says")),
    Section("rambles", lambda: Pieces(word("rambles"), "rambles"), _length("rambles")),
    Section("lines", Situations, _length("lines")),
)
