"""A plain function that returns an async generator."""

import asyncio
from collections.abc import AsyncIterator


def countdown(n: int, period: float) -> AsyncIterator[int]:
    async def numbers() -> AsyncIterator[int]:
        left = n
        while left > 0:
            await asyncio.sleep(period)
            yield left
            left -= 1

    return numbers()
