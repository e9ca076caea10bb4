"""Keeps Python's collector from walking over everything while something moves on screen."""

import gc

__all__ = ["set_aside"]


def set_aside() -> None:
    """Leave what is there by now out of every later collection.

    What start-up imports and reads stays until the end; walking over it took 40 to 170 ms here,
    in the window's thread or any other, and nothing moves meanwhile.
    """
    gc.freeze()
