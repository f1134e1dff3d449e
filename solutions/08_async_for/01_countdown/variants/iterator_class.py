"""A class with `__aiter__` and `__anext__`."""

import asyncio
from collections.abc import AsyncIterator


class countdown:
    def __init__(self, n: int, period: float) -> None:
        self.left = n
        self.period = period

    def __aiter__(self) -> AsyncIterator[int]:
        return self

    async def __anext__(self) -> int:
        if self.left <= 0:
            raise StopAsyncIteration
        await asyncio.sleep(self.period)
        self.left -= 1
        return self.left + 1
