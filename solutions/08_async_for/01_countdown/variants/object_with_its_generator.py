"""An object that keeps the generator of its numbers."""

import asyncio
from collections.abc import AsyncIterator


class countdown:
    def __init__(self, n: int, period: float) -> None:
        self.n = n
        self.period = period
        self.numbers = self._numbers()

    async def _numbers(self) -> AsyncIterator[int]:
        for number in range(self.n, 0, -1):
            await asyncio.sleep(self.period)
            yield number

    def __aiter__(self) -> AsyncIterator[int]:
        return self.numbers
