"""What a person lays over the rubric for themselves; the rubric's file stays as it is."""

from dataclasses import dataclass

from trainer.rating.rubric import PacingRules, Rubric

__all__ = ["NO_OWN_RULES", "OwnRules", "lay_over"]


@dataclass(frozen=True, slots=True)
class OwnRules:
    """A person's own rules.

    Attributes:
        target_wpm: From and to how many words a minute; None leaves it to the rubric.
        fluency: Rate fillers and pauses, where the rubric does.
    """

    target_wpm: tuple[int, int] | None = None
    fluency: bool = True

    @property
    def sign(self) -> str:
        """Tells these rules from others; empty when they change nothing."""
        band = "-".join(str(edge) for edge in self.target_wpm) if self.target_wpm else ""
        return "+".join(part for part in (band, "" if self.fluency else "no-fluency") if part)


NO_OWN_RULES = OwnRules()


def lay_over(rubric: Rubric, own: OwnRules) -> Rubric:
    """Return the rubric with the person's own rules in it."""
    if own == NO_OWN_RULES:
        return rubric
    pacing = rubric.pacing.model_dump()
    if own.target_wpm:
        pacing["target_from_wpm"], pacing["target_to_wpm"] = own.target_wpm
    pacing["fluency"] = rubric.pacing.fluency and own.fluency
    return rubric.model_copy(update={"pacing": PacingRules.model_validate(pacing)})
