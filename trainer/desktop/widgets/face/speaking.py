"""Who is speaking."""

from enum import Enum

__all__ = ["Speaking"]


class Speaking(Enum):
    """Who is speaking."""

    NOBODY = "nobody"
    CUSTOMER = "customer"
    YOU = "you"
    BOTH = "both"
