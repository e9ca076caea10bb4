"""The rubric: what counts, how much, and what is said about it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from trainer.conversation.blocks import Millis
from trainer.conversation.overlaps import OverlapRules
from trainer.scenario.reading import FileProblem, Place, read_model
from trainer.techniques.technique import INFLAMING, TechniqueId

__all__ = [
    "AdviceText",
    "CalmingRules",
    "ListeningRules",
    "MarkName",
    "OutcomeRules",
    "PacingRules",
    "Rubric",
    "RubricProblem",
    "Step",
    "StepRules",
    "SummaryTexts",
    "VoiceRules",
    "read_rubric",
]

MarkName: TypeAlias = Literal["listening", "calming", "steps", "pacing", "outcome"]
Time: TypeAlias = Annotated[Millis, Field(ge=0)]
Cost: TypeAlias = Annotated[float, Field(le=0)]
Gain: TypeAlias = Annotated[float, Field(ge=0)]
Share: TypeAlias = Annotated[float, Field(ge=0, le=1)]
Mark: TypeAlias = Annotated[float, Field(ge=0, le=100)]
Count: TypeAlias = Annotated[int, Field(ge=0)]

MEASURED_RULES = frozenset(
    {
        "interruption",
        "dead_air",
        "monologue",
        "too_fast",
        "too_slow",
        "rattled",
        "fillers",
        "late_acknowledgement",
        "louder",
    }
)


class RubricProblem(FileProblem):
    """A rubric has mistakes; `mistakes` holds each as one line with its mend."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Overlaps(_Part):
    backchannel_ms: Time
    wordless_ms: Time
    end_ms: Time
    reaction_ms: Time
    interruption_ms: Time
    click_ms: Time


class PacingRules(_Part):
    """Thresholds and points of the pacing mark, which starts at 100.

    Attributes:
        fluency: Rate fillers, pauses, and what is made of pauses: a slow pace and dead air.
    """

    target_from_wpm: Annotated[float, Field(gt=0)]
    target_to_wpm: Annotated[float, Field(gt=0)]
    amber_share: Annotated[float, Field(gt=0, lt=1)]
    amber_mark: Mark
    lost_share: Annotated[float, Field(gt=0, le=1)]
    least_words: Count
    least_ms: Time
    pause_ms: Time
    monologue_ms: Time
    monologue_points: Cost
    outburst_pressure: Annotated[int, Field(ge=0, le=100)]
    rattled_wpm: Gain
    rattled_points: Cost
    calm_replies: Count
    doubt_share: Annotated[float, Field(gt=0)]
    fillers_per_100_words: Gain
    fillers_points: Cost
    filler_ms: Time
    fluency: bool = True


class VoiceRules(_Part):
    """When a voice is flagged against its own sound check, and what that costs of pacing."""

    louder_db: Annotated[float, Field(gt=0)]
    higher_semitones: Annotated[float, Field(gt=0)]
    quicker_share: Annotated[float, Field(gt=0)]
    least_ms: Annotated[Millis, Field(ge=250)]
    points: Cost
    most: Count


class ListeningRules(_Part):
    """Thresholds and points of the listening mark, which starts at `base`."""

    base: Mark
    interruption: Cost
    interrupt_words: Cost
    dead_air: Cost
    dead_air_ms: Time
    announced_ms: Time
    too_soon_ms: Time
    backchannel: Gain
    backchannels_most: Count
    invite_venting: Gain
    invites_most: Count
    reflect: Gain
    reflects_most: Count


class CalmingRules(_Part):
    """Weights of the calming mark, which starts at 50."""

    repeat_decay: Share
    neutral_weight: Annotated[float, Field(gt=0)]
    inflaming_weight: Gain
    technique_weights: Mapping[TechniqueId, Gain]

    def weight(self, technique: TechniqueId) -> float:
        """Return what a full use of the technique weighs."""
        weight = self.technique_weights.get(technique, 1.0)
        return weight * (self.inflaming_weight if technique in INFLAMING else 1.0)


class Step(_Part):
    """One step of the way through a call."""

    name: Annotated[str, Field(min_length=1)]
    points: Annotated[float, Field(gt=0)]
    techniques: Annotated[tuple[TechniqueId, ...], Field(min_length=1)]
    after: tuple[str, ...] = ()


class StepRules(_Part):
    """The way through a call, and what a step out of place costs."""

    early_share: Share
    acknowledged_within_ms: Time
    late_points: Cost
    order: Annotated[tuple[Step, ...], Field(min_length=1)]


class OutcomeRules(_Part):
    """What a good and a bad end are worth."""

    good: Mark
    bad: Mark
    relief: Gain


class AdviceText(_Part):
    """What is said about a finding, and what might land better."""

    why: Annotated[str, Field(min_length=1)]
    better: Annotated[tuple[str, ...], Field(min_length=1)]


class SummaryTexts(_Part):
    """Parts of the sentence that sums it up."""

    praise_from: Mark
    look_below: Mark
    nothing: str
    even: str
    praise: Mapping[MarkName, str]
    look: Mapping[MarkName, str]


class Rubric(_Part):
    """Everything that a training room may change about the rating."""

    weights: Mapping[MarkName, Gain]
    overlaps: _Overlaps
    pacing: PacingRules
    voice: VoiceRules
    listening: ListeningRules
    calming: CalmingRules
    steps: StepRules
    outcome: OutcomeRules
    advice: Mapping[str, AdviceText]
    summary: SummaryTexts

    def overlap_rules(self, backchannels: Sequence[str]) -> OverlapRules:
        """Return the thresholds for overlaps, with a language's backchannels."""
        return OverlapRules(**self.overlaps.model_dump(), backchannels=tuple(backchannels))


def read_rubric(text: str, name: str) -> Rubric:
    """Read a rubric and check that its parts fit each other.

    Args:
        text: YAML, as in assets/rubric.yaml.
        name: The file's name, for messages.

    Raises:
        RubricProblem: With every mistake: what is wrong, in which line, how to mend it.
    """
    return read_model(Rubric, text, name, RubricProblem, _mistakes)


def _mistakes(rubric: Rubric) -> Iterator[tuple[Place, str]]:
    """Yield what each part allows by itself but the whole does not."""
    if not any(rubric.weights.values()):
        yield ("weights",), "every weight is 0: give at least one mark a share"
    pacing = rubric.pacing
    if pacing.target_from_wpm >= pacing.target_to_wpm:
        mend = "target_to_wpm is not above target_from_wpm: raise it"
        yield ("pacing", "target_to_wpm"), mend
    if pacing.lost_share <= pacing.amber_share:
        yield ("pacing", "lost_share"), "lost_share is not above amber_share: raise it"
    yield from _misplaced_steps(rubric.steps.order)
    known = _rules(rubric.steps.order)
    for rule in rubric.advice:
        if rule not in known:
            yield ("advice", rule), f"{rule} is no rule: use one of {', '.join(sorted(known))}"


def _misplaced_steps(order: Sequence[Step]) -> Iterator[tuple[Place, str]]:
    before: set[str] = set()
    for index, step in enumerate(order):
        place = ("steps", "order", index)
        if step.name in before:
            yield (*place, "name"), f"there are two steps named {step.name}: rename one"
        for needed in step.after:
            if needed not in before:
                yield (*place, "after"), f"{needed} is no step above {step.name}: name one that is"
        before.add(step.name)


def _rules(order: Sequence[Step]) -> frozenset[str]:
    steps = {f"step_{what}.{step.name}" for step in order for what in ("missed", "early")}
    return MEASURED_RULES | {technique.value for technique in INFLAMING} | steps
