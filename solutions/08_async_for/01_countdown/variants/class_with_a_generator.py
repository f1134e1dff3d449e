"""A class whose `__aiter__` is an async generator function."""

import asyncio
from collections.abc import AsyncIterator


class countdown:
    def __init__(self, n: int, period: float) -> None:
        self.n = n
        self.period = period

    async def __aiter__(self) -> AsyncIterator[int]:
        for number in range(self.n, 0, -1):
            await asyncio.sleep(self.period)
            yield number
