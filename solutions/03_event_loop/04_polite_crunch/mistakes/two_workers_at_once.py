"""Two workers each weigh every numbers between their pauses, which makes twice as many.

Two tasks do not compute faster: they share one thread and one loop. Both run in the same turn of
the loop, and the others get theirs after both.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    async def crunch(part: Sequence[int]) -> int:
        weight = 0
        for count, number in enumerate(part, start=1):
            weight += weigh(number)
            if count % every == 0:
                await asyncio.sleep(0)
        return weight

    return sum(
        await asyncio.gather(crunch(numbers[::2]), crunch(numbers[1::2]))
    )
