"""Soft Answer: rehearse with an upset customer, aloud and offline, and see how you did."""

__all__ = ["__version__"]

__version__ = "0.1.0"
