"""Each pause waits for a future which the loop finishes in its next turn."""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    loop = asyncio.get_running_loop()
    weight = left = 0
    for number in numbers:
        if left == 0:
            turn = loop.create_future()
            loop.call_soon(turn.set_result, None)
            await turn
            left = every
        weight += weigh(number)
        left -= 1
    return weight
