"""The studio's form: every list of a scenario, changed in its place only."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.support.desktop import FakeServices
from tests.support.desktop.studio import template
from tests.support.settings import settle
from tests.support.studio import opened, to_studio
from tests.support.widgets import accessible, click, controls, named, shown
from trainer import resources
from trainer.desktop.pages.studio import StudioPage
from trainer.desktop.pages.studio.entry import Growing
from trainer.desktop.pages.studio.explanations import EXPLANATIONS
from trainer.desktop.pages.studio.form import Form
from trainer.desktop.pages.studio.sections import SECTIONS
from trainer.desktop.pages.studio.text import ScenarioText
from trainer.desktop.theme import Theme
from trainer.desktop.window import Window
from trainer.records.look import Look
from trainer.records.settings import Settings
from trainer.rehearsal.outline import outline
from trainer.scenario.lines import Lines
from trainer.scenario.reading import Place
from trainer.scenario.scenario import (
    Briefing,
    Demand,
    Fact,
    Insults,
    Person,
    Remedy,
    Scenario,
    Solution,
    Threat,
)

OFFER = "What you may offer"
FIRST = "write the right name on the cake from the cold room, ready within the hour"
SECOND = "or give him all his money back now"
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHORT = "write the right name on the cake from t…"


@pytest.fixture
def studio(qtbot: QtBot, window: Window) -> StudioPage:
    """Return the studio with its list."""
    return to_studio(qtbot, window)


@pytest.fixture
def text(qtbot: QtBot, window: Window, studio: StudioPage) -> ScenarioText:
    """Return the text of one's own scenario, opened, beside its form."""
    text = opened(qtbot, studio, "Open: Wrong cake")
    settle(window)
    return text


@pytest.fixture
def form(studio: StudioPage, text: ScenarioText) -> Form:
    """Return the form beside the text."""
    del text
    return form_of(studio)


def form_of(studio: StudioPage) -> Form:
    """Return the form that is shown."""
    form = next(one for one in studio.findChildren(Form) if one.isVisibleTo(studio))
    assert isinstance(form, Form)
    return form


def field(form: Form, name: str) -> Growing:
    """Return the visible field that is called so."""
    fields = [one for one in form.findChildren(Growing) if one.isVisibleTo(form)]
    return next(one for one in fields if one.accessibleName() == name)


def entries(form: Form, of: str) -> list[str]:
    """Return what a list shows, in its order."""
    fields = [one for one in form.findChildren(Growing) if one.isVisibleTo(form)]
    mine = [one for one in fields if one.accessibleName().startswith(f"{of}, ")]
    mine.sort(key=lambda one: one.mapTo(form, QPoint()).y())
    return [one.toPlainText() for one in mine]


def write_here(words: str) -> None:
    """Write where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def write(widget: QWidget, words: str) -> None:
    """Write over what is in a field."""
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(widget, words)


def key(which: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, which, modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier)


def focused() -> str:
    """Return the name of what has the focus."""
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus else ""


def said(text: ScenarioText, place: Place) -> list[str | None]:
    """Return the texts of a list in the text."""
    spots = outline(text.toPlainText())
    return [spot.value for at, spot in spots.items() if at[:-1] == place]


def test_an_entry_is_written_in_place(form: Form, text: ScenarioText) -> None:
    """Only its own line changes; Ctrl+Z in the field goes back over the text's history."""
    write(field(form, f"{OFFER}, 2"), "or a voucher: ten pounds")

    assert text.toPlainText() == template().replace(SECOND, '"or a voucher: ten pounds"')
    while text.document().isUndoAvailable():
        key(Qt.Key.Key_Z, CTRL)
    assert text.toPlainText() == template()
    assert entries(form, OFFER) == [FIRST, SECOND]
    key(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert text.toPlainText() != template()


def test_a_space_before_the_next_word_is_no_change(form: Form, text: ScenarioText) -> None:
    """The text gets it with the word; what is being written is not touched."""
    entry = field(form, f"{OFFER}, 2")
    write(entry, "a cup")
    written = text.toPlainText()
    scrolled = text.verticalScrollBar().value()
    QTest.keyClicks(entry, " ")
    assert text.toPlainText() == written
    assert text.verticalScrollBar().value() == scrolled
    QTest.keyClicks(entry, "of tea")

    assert text.toPlainText() == template().replace(SECOND, "a cup of tea")


def test_entries_are_added_by_button_and_by_return(form: Form, text: ScenarioText) -> None:
    """The focus goes into the new one; Backspace takes an empty one away again."""
    click(form, f"Add to “{OFFER}”")
    assert focused() == f"{OFFER}, 3"
    write_here("a cup of tea")
    assert said(text, ("briefing", "you_may")) == [FIRST, SECOND, "a cup of tea"]

    field(form, f"{OFFER}, 1").setFocus()
    key(Qt.Key.Key_Return)
    assert focused() == f"{OFFER}, 2"
    assert entries(form, OFFER) == [FIRST, "", SECOND, "a cup of tea"]
    key(Qt.Key.Key_Backspace)
    assert entries(form, OFFER) == [FIRST, SECOND, "a cup of tea"]
    assert text.toPlainText() == template().replace(SECOND, f"{SECOND}\n    - a cup of tea")


def test_an_entry_is_moved_by_keys_and_by_buttons(form: Form, text: ScenarioText) -> None:
    """The focus stays with it; at an end nothing happens."""
    field(form, f"{OFFER}, 1").setFocus()
    key(Qt.Key.Key_Down, ALT)
    assert said(text, ("briefing", "you_may")) == [SECOND, FIRST]
    assert focused() == f"{OFFER}, 2"
    key(Qt.Key.Key_Down, ALT)
    assert said(text, ("briefing", "you_may")) == [SECOND, FIRST]

    click(form, f"Move “{SHORT}” up")
    assert text.toPlainText() == template()
    assert focused() == f"{OFFER}, 1"
    assert f"Move “{SHORT}” up" not in [accessible(one)[1] for one in controls(form)]


def test_an_entry_is_removed_by_its_button(form: Form, text: ScenarioText) -> None:
    """The button says what goes from where; what is next has the focus; it can be undone."""
    field(form, f"{OFFER}, 1").setFocus()
    click(form, f"Remove “{SHORT}” from “{OFFER}”")

    assert entries(form, OFFER) == [SECOND]
    assert focused() == f"{OFFER}, 1"
    key(Qt.Key.Key_Delete, ALT)
    assert entries(form, OFFER) == []
    assert focused() == f"Add to “{OFFER}”"
    assert "  you_may: []\n" in text.toPlainText()
    text.undo()
    text.undo()
    assert text.toPlainText() == template()


def test_the_keyboard_reaches_everything_as_it_is_read(form: Form) -> None:
    """Tab goes from an entry to its three buttons, to the next entry, to Add."""
    field(form, f"{OFFER}, 1").setFocus()
    QApplication.processEvents()
    reached = []
    for _ in range(5):
        key(Qt.Key.Key_Tab)
        for _ in range(3):
            QApplication.processEvents()
        reached.append(focused())

    assert reached == [
        f"Move “{SHORT}” down",
        f"Remove “{SHORT}” from “{OFFER}”",
        f"{OFFER}, 2",
        f"Move “{SECOND}” up",
        f"Remove “{SECOND}” from “{OFFER}”",
    ]


def unfold(form: Form, title: str) -> None:
    """Press the title of what is folded."""
    heading = named(form, title)
    heading.click()
    QApplication.processEvents()


def test_competences_are_ticked(form: Form, text: ScenarioText) -> None:
    """A tick adds the word to the text's list, and takes it out."""
    unfold(form, "What can be practised")
    boxes = {one.text(): one for one in form.findChildren(QCheckBox)}
    assert [name for name, box in boxes.items() if box.isChecked()] == [
        "letting them vent",
        "naming feelings",
        "offering a way out",
    ]

    boxes["apologising"].click()
    assert "[let_vent, acknowledge, offer_solution, apologise]" in text.toPlainText()
    boxes["naming feelings"].click()
    assert "[let_vent, offer_solution, apologise]" in text.toPlainText()


def test_needs_have_an_order(form: Form, text: ScenarioText) -> None:
    """They are moved, removed, and added from those that are not there."""
    unfold(form, "What they can't do without")
    click(form, "Move “a time” up")
    assert "needs: [heard, acknowledged, time, solution]" in text.toPlainText()
    click(form, "Remove “being heard”")
    click(form, "Add “a plain sorry”")

    assert "needs: [acknowledged, time, solution, apology]" in text.toPlainText()
    assert focused() == "Remove “a plain sorry” from “What they can't do without”"


def test_usual_needs_are_written_down_when_they_change(
    qtbot: QtBot, form: Form, text: ScenarioText
) -> None:
    """Left out they are shown as they hold."""
    needs = "needs: [heard, acknowledged, solution, time]\n"
    text.replace_all(template().replace(needs, ""))
    unfold(form, "What they can't do without")
    qtbot.waitUntil(lambda: "a name for how they felt" not in shown(form))
    assert "being heard" in shown(form)

    click(form, "Move “being heard” down")

    assert "\nneeds: [solution, heard, time]\n" in text.toPlainText()


def test_a_fact_is_added_written_moved_and_removed(form: Form, text: ScenarioText) -> None:
    """A new one is unfolded to be written; all that belongs to a fact goes with it."""
    unfold(form, "The facts")
    click(form, "Add to “The facts”")
    write(field(form, "The fact"), "the candles")
    write(field(form, "Ways to say it, 1"), "six candles")
    click(form, "Add to “Ways to ask for it”")
    write_here("how many candles")
    name = next(
        one
        for one in form.findChildren(QLineEdit)
        if one.accessibleName() == "Its name in the text" and one.isVisibleTo(form)
    )
    write(name, "candles")
    QTest.keyClick(name, Qt.Key.Key_Return)

    spots = outline(text.toPlainText())
    assert spots["facts", "candles", "value"].value == "the candles"
    assert said(text, ("facts", "candles", "said_as")) == ["six candles"]
    assert said(text, ("facts", "candles", "asked_as")) == ["how many candles"]
    heading = named(form, "the candles")
    heading.setFocus()
    key(Qt.Key.Key_Up, ALT)
    facts = [
        place[1]
        for place in outline(text.toPlainText())
        if place[:1] == ("facts",) and len(place) == 2
    ]
    assert facts == ["name", "candles", "party"]
    assert focused() == "the candles"
    key(Qt.Key.Key_Delete, ALT)
    assert text.toPlainText() == template()


def test_a_name_that_is_taken_is_not_given_twice(form: Form, text: ScenarioText) -> None:
    """The field shows again what holds."""
    unfold(form, "The facts")
    unfold(form, "the wrong name")
    name = next(
        one
        for one in form.findChildren(QLineEdit)
        if one.isVisibleTo(form) and one.text() == "name"
    )
    write(name, "party")
    QTest.keyClick(name, Qt.Key.Key_Return)

    assert text.toPlainText() == template()
    assert name.text() == "name"


def test_what_is_usual_is_left_out(form: Form, text: ScenarioText) -> None:
    """A tick that is set and taken back leaves nothing, as does a number that is cleared."""
    unfold(form, "The facts")
    unfold(form, "the wrong name")
    needed = next(one for one in form.findChildren(QCheckBox) if one.text().startswith("Nothing"))
    needed.click()
    assert outline(text.toPlainText())["facts", "name", "needed"].value == "true"
    needed.click()
    assert text.toPlainText() == template()

    trust = next(
        one for one in form.findChildren(QLineEdit) if one.accessibleName().startswith("Trust")
    )
    assert trust.placeholderText() == "40, if left out"
    write(trust, "25")
    assert "\nopening_trust: 25\n" in text.toPlainText()
    write(trust, "")
    key(Qt.Key.Key_Backspace)
    assert text.toPlainText() == template()


def test_demands_and_threats_are_begun(form: Form, text: ScenarioText) -> None:
    """Where there are none, the first is begun with what it wants; insults likewise."""
    unfold(form, "Demands")
    click(form, "Add to “Demands”")
    assert focused() == "How they ask for it, 1"
    write_here("A cake a month. [pause 500] For a year.")
    unfold(form, "Threats")
    click(form, "Add to “Threats”")
    unfold(form, "Insults")
    click(form, "Add to “Insults”")

    says = "A cake a month. [pause 500] For a year."
    assert f'\ndemands:\n  - says:\n      - {says}\n    granted_as: [""]\n' in text.toPlainText()
    assert '\nthreats:\n  - says:\n      - ""\n    dropped:\n      - ""\n' in text.toPlainText()
    assert '\ninsults:\n  says:\n    - - ""\n' in text.toPlainText()


def test_insults_go_with_the_last_of_them(form: Form, text: ScenarioText) -> None:
    """Nothing is left that would want some."""
    unfold(form, "Insults")
    click(form, "Add to “Insults”")
    click(form, "Add to “Insults”")
    click(form, "Remove piece 2 from “Insults”")
    assert said(text, ("insults", "says", 0)) == [""]
    click(form, "Remove piece 1 from “Insults”")

    assert text.toPlainText() == template()


def test_explanation_and_assurance_are_begun_and_taken_away(form: Form, text: ScenarioText) -> None:
    """Where the solution has none, they are offered."""
    unfold(form, "The solution")
    click(form, "Add “Explanation: what went wrong”")
    write_here("two labels were swapped")
    write(field(form, "Ways to explain it, 1"), "labels were swapped")
    spots = outline(text.toPlainText())
    assert spots["solution", "explanation", "what"].value == "two labels were swapped"
    assert said(text, ("solution", "explanation", "said_as")) == ["labels were swapped"]

    click(form, "Remove: Explanation")
    assert text.toPlainText() == template()


def test_lines_are_explained_and_written(form: Form, text: ScenarioText) -> None:
    """Each situation says when it is said; one without lines gets its key in the format's place."""
    unfold(form, "What they say")
    unfold(form, "doubted")
    assert any("they don't believe it" in one for one in shown(form))
    removed = said(text, ("lines", "doubted"))
    for _ in removed:
        field(form, "doubted, 1").setFocus()
        key(Qt.Key.Key_Delete, ALT)
    click(form, "Add to “doubted”")
    write_here("And who says so?")

    assert said(text, ("lines", "doubted")) == ["And who says so?"]


def test_pieces_are_moved_as_a_whole(form: Form, text: ScenarioText) -> None:
    """A piece of the vent keeps its wordings, and the explanation of them."""
    before = outline(text.toPlainText())
    unfold(form, "What they say")
    unfold(form, "vent")
    click(form, "Move piece 1 of “vent” down")
    assert focused().startswith(("vent, piece 2", "Move piece 2"))
    after = outline(text.toPlainText())
    assert after["lines", "vent", 1, 0].value == before["lines", "vent", 0, 0].value

    click(form, "Add to “vent”")
    write_here("And the candles are the wrong ones.")
    assert (
        outline(text.toPlainText())["lines", "vent", 2, 0].value
        == "And the candles are the wrong ones."
    )


def test_what_is_still_missing_has_a_list_for_each_need(form: Form, text: ScenarioText) -> None:
    """Those that the needs want, and none beside."""
    unfold(form, "What they say")
    unfold(form, "still missing")
    missing = "a name for how they felt"
    there = entries(form, missing)
    assert there
    assert "a plain sorry" not in shown(form)
    click(form, f"Add to “{missing}”")
    write_here("Well?")

    assert said(text, ("lines", "still_missing", "acknowledged")) == [*there, "Well?"]


def test_the_text_fills_the_form_and_takes_nothing_from_it(
    qtbot: QtBot, form: Form, text: ScenarioText
) -> None:
    """Focus, cursor and what is scrolled to stay while the text changes beside it."""
    entry = field(form, f"{OFFER}, 2")
    entry.setFocus()
    QApplication.processEvents()
    cursor = entry.textCursor()
    cursor.setPosition(5)
    entry.setTextCursor(cursor)
    at = entry.mapTo(form, QPoint())

    text.replace_all(template().replace(FIRST, "write her name"))
    qtbot.waitUntil(lambda: entries(form, OFFER) == ["write her name", SECOND])

    assert entry.hasFocus()
    assert entry.textCursor().position() == 5
    assert abs(entry.mapTo(form, QPoint()).y() - at.y()) < 2 * entry.height()


def test_the_text_shows_what_is_written_in_the_form(form: Form, text: ScenarioText) -> None:
    """It scrolls to the place that has the focus; its cursor stays."""
    cursor = text.textCursor().position()
    field(form, f"{OFFER}, 2").setFocus()
    QApplication.processEvents()

    line = template()[: template().index(SECOND)].count("\n")
    first = text.firstVisibleBlock().blockNumber()
    assert first < line < first + text.viewport().height() // text.fontMetrics().lineSpacing()
    assert text.textCursor().position() == cursor


def test_lists_wait_while_the_text_cannot_be_read(
    qtbot: QtBot, form: Form, text: ScenarioText
) -> None:
    """They keep showing what was there, take nothing, and go on when it is mended."""
    text.replace_all("title: [\n" + template())
    qtbot.waitUntil(lambda: any("The form waits" in one for one in shown(form)))
    assert entries(form, OFFER) == [FIRST, SECOND]
    assert not field(form, f"{OFFER}, 1").isEnabled()

    text.undo()
    qtbot.waitUntil(lambda: field(form, f"{OFFER}, 1").isEnabled())


def test_a_form_that_lags_behind_changes_nothing_else(form: Form, text: ScenarioText) -> None:
    """An entry is written where it stands now, though the text changed a moment ago."""
    text.replace_all(template().replace(f"    - {FIRST}\n", ""))
    entry = field(form, f"{OFFER}, 1")
    write(entry, "a cup of tea")

    assert said(text, ("briefing", "you_may")) == ["a cup of tea"]


def test_what_is_unfolded_is_remembered(
    qtbot: QtBot, window: Window, services: FakeServices, studio: StudioPage, form: Form
) -> None:
    """The next scenario opens with the same sections."""
    unfold(form, "The briefing")
    unfold(form, "The facts")
    settle(window)
    assert services.settings.studio_unfolded == ("frame", "facts")

    click(studio, "All scenarios")
    qtbot.waitUntil(lambda: "Wrong cake" in shown(studio))
    opened(qtbot, studio, "Read: Double charge")
    settle(window)
    assert named(form_of(studio), "the wrong name on the cake").isVisibleTo(studio)
    assert entries(form_of(studio), OFFER) == []


def test_sections_that_do_not_exist_are_passed_over(form: Form) -> None:
    """Another version may have others."""
    form.unfold(["facts", "weather"])
    assert named(form, "the wrong name on the cake").isVisibleTo(form)


def test_a_bundled_one_cannot_be_changed(qtbot: QtBot, window: Window, studio: StudioPage) -> None:
    """Its lists are read; nothing adds, moves or removes."""
    opened(qtbot, studio, "Read: Double charge")
    settle(window)
    form = form_of(studio)
    entry = field(form, f"{OFFER}, 1")
    entry.setFocus()
    QTest.keyClicks(entry, "x")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    QTest.keyClick(entry, Qt.Key.Key_Delete, ALT)

    assert entries(form, OFFER) == [FIRST, SECOND]
    words = ("Add", "Move", "Remove")
    assert not [one for one in controls(form) if accessible(one)[1].startswith(words)]


def test_everything_in_the_form_has_a_name(form: Form) -> None:
    """With every section unfolded, and some of what is in them."""
    form.unfold([one.name for one in SECTIONS])
    QApplication.processEvents()
    for title in ("the party", "another cake", "vent", "still missing"):
        unfold(form, title)
    field(form, f"{OFFER}, 1").setFocus()

    assert all(accessible(one)[1] for one in controls(form))
    assert all(one.accessibleName() for one in form.findChildren(QComboBox))


def test_nothing_is_cut_off_when_the_text_is_twice_as_large(
    form: Form, theme: Theme, window: Window
) -> None:
    """Every entry is as high as its lines."""
    theme.look(Look(text_size=200))
    settle(window)
    for entry in form.findChildren(Growing):
        if entry.isVisibleTo(form):
            lines = round(entry.document().size().height())
            assert entry.viewport().height() >= lines * entry.fontMetrics().lineSpacing()


def test_what_is_pasted_is_one_paragraph(form: Form, text: ScenarioText) -> None:
    """Line breaks become spaces."""
    entry = field(form, f"{OFFER}, 2")
    entry.setFocus()
    entry.selectAll()
    clipboard = QApplication.clipboard()
    clipboard.setText("one\n  two")
    entry.paste()

    assert said(text, ("briefing", "you_may")) == [FIRST, "one two"]


def test_sections_are_remembered_as_words() -> None:
    """Settings of before have the usual ones."""
    assert Settings().studio_unfolded == ("frame", "briefing")


@pytest.mark.parametrize(
    "scenario", sorted(resources.scenarios().glob("*.yaml")), ids=lambda path: path.stem
)
def test_what_the_form_does_is_undone_byte_for_byte(
    form: Form, text: ScenarioText, scenario: Path
) -> None:
    """In every scenario an entry is set, added, moved and removed, and all of it undone."""
    whole = scenario.read_text("utf-8")
    text.show_text(whole)
    first = field(form, f"{OFFER}, 1")
    first.setFocus()
    before = entries(form, OFFER)
    assert len(before) > 1

    write(first, "set: to this")
    key(Qt.Key.Key_Down, ALT)
    key(Qt.Key.Key_Return)
    write_here("added")
    field(form, f"{OFFER}, 1").setFocus()
    key(Qt.Key.Key_Delete, ALT)

    assert entries(form, OFFER) == ["set: to this", "added", *before[2:]]
    changed = text.toPlainText().splitlines()
    others = [one for one in whole.splitlines() if one in changed]
    assert len(others) >= whole.count("\n") - 5
    while text.document().isUndoAvailable():
        text.undo()
    assert text.toPlainText() == whole


def test_all_that_the_format_explains_can_be_translated() -> None:
    """Each sentence of the format is gathered for translators, and no other."""
    models = (Scenario, Person, Briefing, Fact, Remedy, Solution, Demand, Threat, Insults, Lines)
    explained = {
        " ".join((field.description or "").replace("``", '"').split())
        for model in models
        for field in model.model_fields.values()
    }

    assert set(EXPLANATIONS) == explained
