"""The first wait was started by the call, before anybody had asked for a number.

A task runs from the moment in which it is made. Whoever prepares a countdown and uses it later gets
the first number too early, and one that is never used leaves the task behind. Make nothing before
the first number is asked for: let the whole body be the generator.
"""

import asyncio
from collections.abc import AsyncIterator


def countdown(n: int, period: float) -> AsyncIterator[int]:
    async def numbers(first: asyncio.Task[None]) -> AsyncIterator[int]:
        await first
        yield n
        for number in range(n - 1, 0, -1):
            await asyncio.sleep(period)
            yield number

    return numbers(asyncio.create_task(asyncio.sleep(period if n else 0)))
