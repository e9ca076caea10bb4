"""A coach between the rehearsal and whoever watches."""

from trainer.rehearsal.coaching import coached
from trainer.rehearsal.events import (
    Cue,
    CueChanged,
    LineFinished,
    PauseChanged,
    RehearsalEvent,
)

PAUSED, DONE = PauseChanged(0, paused=True), LineFinished(100, cut=False)


class Talkative:
    """Has something to say about lines that are over."""

    def take(self, event: RehearsalEvent) -> CueChanged | None:
        """Say it."""
        return CueChanged(100, Cue.SLOWER) if event is DONE else None


def test_what_the_coach_says_is_told_after_its_event() -> None:
    """Everything else passes through as it is."""
    told: list[RehearsalEvent] = []
    tell = coached(told.append, Talkative)

    for event in (PAUSED, DONE, PAUSED):
        tell(event)

    assert told == [PAUSED, DONE, CueChanged(100, Cue.SLOWER), PAUSED]


def test_the_coach_is_made_once_by_the_first_event_and_may_be_nobody() -> None:
    """Nothing is read before the rehearsal's own thread asks."""
    told: list[RehearsalEvent] = []
    made: list[None] = []
    tell = coached(told.append, lambda: made.append(None))
    before = len(made)

    tell(PAUSED)
    tell(DONE)

    assert before == 0
    assert made == [None]
    assert told == [PAUSED, DONE]
