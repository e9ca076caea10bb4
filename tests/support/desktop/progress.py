"""Progress over what is kept in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.support.desktop.kept import FakeHistory
from tests.support.desktop.library import FakeLibrary
from trainer.rating.scorecard import Marks
from trainer.records.progress import Progress, progress_of

__all__ = ["FakeProgress"]


@dataclass
class FakeProgress(FakeHistory, FakeLibrary):
    """`ProgressServices`, by the real sums."""

    own_marks: Sequence[tuple[Marks, Marks]] = field(default_factory=tuple)

    def progress(self) -> Progress:
        """Add up what is kept."""
        self._refuse("progress")
        practised = {one.id: one.competences for one in self.library}
        return progress_of(self.rehearsals(), practised, self.own_marks)
