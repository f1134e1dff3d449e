"""Polite crunch: a long computation that lets the others have their turns."""

from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    """Return the sum of `weigh(n)` over all `numbers`.

    Other tasks get a turn after at most `every` calls of `weigh` (`every` is
    at least 1). No time passes, and `weigh` is called in the loop's thread.
    """
    # TODO: add up the weights, and pause often enough.
    raise NotImplementedError
