"""A workshop in memory; what is checked and tried out is checked and tried out really."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.support.desktop.refusing import Refusing
from trainer import resources
from trainer.rehearsal.bench import Bench
from trainer.rehearsal.library import Library
from trainer.rehearsal.rewriting import with_id
from trainer.rehearsal.workshop import CheckedText, OpenText, Shelved, check_text
from trainer.scenario.scenario import Scenario
from trainer.scenario.situation import Situation

__all__ = ["FakeStudio", "template"]


@cache
def template() -> str:
    """Return the text that a new scenario begins with."""
    return resources.asset("new-scenario.yaml").read_text(encoding="utf-8")


@cache
def _library() -> Library:
    return Library()


@dataclass
class FakeStudio(Refusing):
    """`StudioServices` with one scenario of one's own and one bundled one."""

    texts: dict[str, str] = field(default_factory=lambda: {"wrong-cake": template()})
    drafts: dict[str, str] = field(default_factory=dict)
    packs: list[tuple[Path, tuple[str, ...]]] = field(default_factory=list)

    def studio_shelf(self) -> tuple[Shelved, ...]:
        """Return what there is."""
        self._refuse("studio_shelf")
        mine = sorted({*self.texts, *self.drafts})
        own = (Shelved(one, "Wrong cake", own=True, draft=one in self.drafts) for one in mine)
        return (*own, Shelved("double-charge", "Double charge", own=False))

    def open_text(self, name: str) -> OpenText:
        """Open one."""
        self._refuse("open_text")
        if name == "double-charge":
            text = with_id(template(), name)
            return OpenText(name, text, text, own=False)
        saved = self.texts.get(name, "")
        return OpenText(name, self.drafts.get(name, saved), saved, own=True)

    def begin_text(self) -> OpenText:
        """Begin a new one."""
        self._refuse("begin_text")
        return OpenText("new-scenario", with_id(template(), "new-scenario"), "", own=True)

    def copy_text(self, name: str) -> OpenText:
        """Copy one."""
        self._refuse("copy_text")
        copied = f"{name}-copy"
        return OpenText(copied, with_id(self.open_text(name).text, copied), "", own=True)

    def keep_draft(self, name: str, text: str, at_ns: int) -> None:
        """Keep it."""
        del at_ns
        self._refuse("keep_draft")
        self.drafts[name] = text

    def drop_draft(self, name: str, at_ns: int) -> None:
        """Drop it."""
        del at_ns
        self.drafts.pop(name, None)

    def check_text(self, text: str) -> CheckedText:
        """Check it."""
        self._refuse("check_text")
        return check_text(text, tuple(_library().voices))

    def save_text(self, name: str, text: str, at_ns: int) -> str:
        """Save it."""
        del at_ns
        self._refuse("save_text")
        scenario = self.check_text(text).scenario
        assert scenario is not None
        self.drafts.pop(name, None)
        self.texts[scenario.id] = text
        return scenario.id

    def remove_text(self, name: str) -> OpenText:
        """Delete it."""
        self._refuse("remove_text")
        opened = self.open_text(name)
        self.texts.pop(name, None)
        self.drafts.pop(name, None)
        return opened

    def bring_back_text(self, opened: OpenText) -> None:
        """Put it back."""
        self.texts[opened.name] = opened.saved

    def export_pack(self, archive: Path, names: Sequence[str]) -> None:
        """Keep what was written where."""
        self._refuse("export_pack")
        self.packs.append((archive, tuple(names)))

    def bench(self, scenario: Scenario, pressure: int, first: Situation) -> Bench:
        """Try it with the real customer."""
        self._refuse("bench")
        library = _library()
        ear = library.detector(scenario)
        return Bench(scenario, library.rules, ear, pressure=pressure, first=first)
