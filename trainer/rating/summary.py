"""The sentence that sums a rating up."""

from collections.abc import Mapping

from trainer.rating.rubric import MarkName, SummaryTexts

__all__ = ["sum_up"]


def sum_up(marks: Mapping[MarkName, int | None], texts: SummaryTexts) -> str:
    """Praise the best mark and name the weakest one, as far as they stand out."""
    given = {name: mark for name, mark in marks.items() if mark is not None}
    if not given:
        return texts.nothing
    best = max(given, key=lambda name: given[name])
    weakest = min(given, key=lambda name: given[name])
    praise = texts.praise.get(best, "") if given[best] >= texts.praise_from else ""
    look = texts.look.get(weakest, "") if given[weakest] < texts.look_below else ""
    sentence = "; ".join(part for part in (praise, look) if part)
    return f"{sentence[0].upper()}{sentence[1:]}." if sentence else texts.even
