"""The clock ran from the call on, although nobody had asked for a number.

A plain function that makes tasks starts them right away. Callers may prepare a countdown and
use it later, or never. An async generator does nothing until its first number is asked for.
"""

import asyncio
from collections.abc import AsyncIterator


def countdown(n: int, period: float) -> AsyncIterator[int]:
    waits = [
        asyncio.create_task(asyncio.sleep((n - number + 1) * period, number))
        for number in range(n, 0, -1)
    ]

    async def numbers() -> AsyncIterator[int]:
        for wait in waits:
            yield await wait

    return numbers()
