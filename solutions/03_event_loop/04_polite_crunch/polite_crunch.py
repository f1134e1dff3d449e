"""Polite crunch: a long computation that lets the others have their turns."""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    """Return the sum of `weigh(n)` over all `numbers`.

    Other tasks get a turn after at most `every` calls of `weigh` (`every` is
    at least 1). No time passes, and `weigh` is called in the loop's thread.
    """
    weight = 0
    for count, number in enumerate(numbers, start=1):
        weight += weigh(number)
        if count % every == 0:
            # The loop runs whoever can go on, then comes back.
            await asyncio.sleep(0)
    return weight
