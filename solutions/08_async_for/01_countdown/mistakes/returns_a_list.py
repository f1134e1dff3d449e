"""The numbers come as a list, when the counting is over.

An `async def` with `return` and no `yield` makes a coroutine. `async for` cannot walk over that,
and says "requires an object with __aiter__ method". Use `yield` to hand out each number when it
is due.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    numbers = []
    for number in range(n, 0, -1):
        await asyncio.sleep(period)
        numbers.append(number)
    return numbers
