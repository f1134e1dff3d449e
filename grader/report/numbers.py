"""Figures as a page shows them."""

from __future__ import annotations


def shown(number: float) -> str:
    """Return at most one decimal, rounded down: 99.96 is not 100."""
    tenths = round(number * 100) // 10
    return f"{tenths // 10}" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"
