"""The techniques heard in every reply, with their moments."""

from trainer.conversation.timeline import Timeline
from trainer.rating.scorecard import HeardTechnique
from trainer.techniques.detector import Detector

__all__ = ["hear"]


def hear(timeline: Timeline, detector: Detector) -> tuple[HeardTechnique, ...]:
    """Return every technique of the trainee's, in the order in which they were said."""
    return tuple(
        HeardTechnique(
            reply=index,
            technique=technique,
            start_ms=reply.words[technique.start].start_ms,
            end_ms=reply.words[technique.end - 1].end_ms,
        )
        for index, reply in enumerate(timeline.replies)
        for technique in detector.detect([word.text for word in reply.words])
    )
