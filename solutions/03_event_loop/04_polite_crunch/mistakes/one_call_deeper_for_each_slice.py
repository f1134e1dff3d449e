"""Each slice is one call deeper, and a long list is more than Python will nest.

With a few slices it is an elegant way to say "a slice, then the rest". But each call waits for the
one inside it, and after about a thousand Python gives up with a RecursionError.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    if not numbers:
        return 0
    weight = sum(weigh(number) for number in numbers[:every])
    await asyncio.sleep(0)
    return weight + await total(numbers[every:], weigh, every)
