"""An async generator gives the weights and pauses between them."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    async def weights() -> AsyncIterator[int]:
        for count, number in enumerate(numbers, start=1):
            yield weigh(number)
            if not count % every:
                await asyncio.sleep(0)

    return sum([weight async for weight in weights()])
