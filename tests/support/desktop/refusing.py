"""A fake that refuses what a test tells it to refuse."""

from dataclasses import dataclass, field

__all__ = ["Refusing"]


@dataclass
class Refusing:
    """`refusals` raise instead of answering, by the name of what is asked."""

    refusals: dict[str, Exception] = field(default_factory=dict)

    def _refuse(self, what: str) -> None:
        if what in self.refusals:
            raise self.refusals[what]
