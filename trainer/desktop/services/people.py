"""Who is rehearsing: everything personal is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["PeopleServices"]


class PeopleServices(Protocol):
    """The people who share this computer; nobody is asked for a password."""

    def person(self) -> str:
        """Return who is rehearsing, the last one chosen; empty while nobody has given a name."""

    def people(self) -> Sequence[str]:
        """Return everybody who rehearses here, in alphabetical order."""

    def choose_person(self, name: str) -> None:
        """Let somebody rehearse, known or new, and remember them.

        Raises:
            RecordsProblem: It can't be written; the message says what to do.
        """
