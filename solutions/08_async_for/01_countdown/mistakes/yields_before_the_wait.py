"""Each number comes before its wait instead of after it.

The body runs up to the first `yield` when the first number is asked for. With the wait after the
`yield`, the first number is there at once and every other one is a period early. Swap the two
lines.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for number in range(n, 0, -1):
        yield number
        await asyncio.sleep(period)
