"""A plain table on standard output, and the numbers that go into it."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

MISSING = "-"


def show(title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], notes: str) -> None:
    """Print a table: the first column to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    print(f"\n{title}\n")
    for row in (headings, ["-" * width for width in widths], *rows):
        first, *rest = (
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join([first, *rest]).rstrip())
    print(f"\n{notes}")


def middle(samples: Sequence[float]) -> float | None:
    """Return the median; None when nothing was measured."""
    return median(samples) if samples else None


def seconds(value: float | None) -> str:
    """Return seconds with as many places as the machine can mean."""
    return MISSING if value is None else f"{value:.3f}"


def milliseconds(value: float | None) -> str:
    """Return seconds as milliseconds."""
    return MISSING if value is None else f"{value * 1000:.1f}"


def micro(value: float | None) -> str:
    """Return seconds as microseconds."""
    return MISSING if value is None else f"{value * 1e6:.0f}"


def spread(samples: Sequence[float], unit: float, places: int) -> str:
    """Return the least and the most of what was measured; `unit` is how many make a second."""
    if not samples:
        return MISSING
    return f"{min(samples) * unit:.{places}f}-{max(samples) * unit:.{places}f}"


def ratio(value: float | None, floor: float | None) -> str:
    """Return how many times the floor a value is."""
    return MISSING if value is None or not floor else f"{value / floor:.2f} x"
