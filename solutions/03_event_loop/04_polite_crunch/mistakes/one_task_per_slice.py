"""All your tasks are ready at the same time, and so they run one right after another.

Many tasks look like many small pieces. But a task begins without any pause before it, and those
that are ready all run in the same turn of the loop: the others wait until the last of them has
weighed. The next piece has to begin after a pause that comes after the one before.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    async def crunch(part: Sequence[int]) -> int:
        return sum(weigh(number) for number in part)

    parts = [
        numbers[start : start + every]
        for start in range(0, len(numbers), every)
    ]
    return sum(await asyncio.gather(*map(crunch, parts)))
