"""One exchange on the test bench, in words: reply, what was heard, how it moved them, the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from trainer.desktop import wording
from trainer.desktop.tokens import Space
from trainer.desktop.widgets.layouts import stack
from trainer.desktop.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from trainer.customer.hearing import Heard
    from trainer.rehearsal.bench import Exchange

__all__ = ["exchange_view", "heard_words"]

translate = QCoreApplication.translate


def exchange_view(exchange: Exchange, customer: str) -> QVBoxLayout:
    """Return it as a column of texts."""
    from trainer.rehearsal.bench import when_said

    column = stack(Space.HAIR, Space.SNUG)
    if exchange.moves or exchange.reply:
        column.addWidget(Text(translate("Exchange", "You"), "you"))
        said = exchange.reply or translate("Exchange", "(silence)")
        column.addWidget(Text(said))
        column.addWidget(Text(heard_words(exchange), "soft"))
        for move in exchange.moves:
            column.addWidget(Text(f"{move.change:+d}  {move.why}", "small"))
    mood = translate("Exchange", "Anger {pressure} of 100, trust {trust} of 100")
    column.addWidget(Text(mood.format(pressure=exchange.pressure, trust=exchange.trust), "strong"))
    column.addWidget(Text(customer, "customer"))
    column.addWidget(Text(exchange.line or translate("Exchange", "(says nothing)"), "lead"))
    if exchange.line_id:
        reason = translate("Exchange", "{line}: {when}")
        when = when_said(exchange.situation) or exchange.situation.replace("_", " ")
        column.addWidget(Text(reason.format(line=exchange.line_id, when=when), "small"))
    if exchange.outcome:
        over = translate("Exchange", "It ends here. {why}")
        column.addWidget(Text(over.format(why=exchange.outcome.why), "verdict"))
    return column


def heard_words(exchange: Exchange) -> str:
    """Return what the customer heard, in a line."""
    quoted = "{name} (“{quote}”)"
    told = [
        quoted.format(name=wording.technique(one.id), quote=one.quote)
        for one in exchange.techniques
    ]
    told += _taken(exchange.heard)
    nothing = translate("Exchange", "nothing that moves them")
    return translate("Exchange", "They hear: {what}").format(what="; ".join(told) or nothing)


def _taken(heard: Heard) -> list[str]:
    named = (
        (translate("Exchange", "right: {names}"), heard.facts),
        (translate("Exchange", "wrong: {names}"), heard.wrong),
        (translate("Exchange", "asked for: {names}"), heard.asked),
        (translate("Exchange", "a fitting offer: {names}"), (heard.remedy,) * bool(heard.remedy)),
    )
    plain = (
        (translate("Exchange", "a time"), heard.timed),
        (translate("Exchange", "a promise that is too much"), heard.too_much),
        (translate("Exchange", "a kind no"), heard.declines),
        (translate("Exchange", "what went wrong"), heard.explains),
    )
    return [
        *(words.format(names=", ".join(names)) for words, names in named if names),
        *(words for words, true in plain if true),
    ]
