"""A plain function that returns an async generator expression."""

import asyncio
from collections.abc import AsyncIterator


def countdown(n: int, period: float) -> AsyncIterator[int]:
    return (await asyncio.sleep(period, number) for number in range(n, 0, -1))
