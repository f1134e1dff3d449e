"""The reference: both are asked at once."""

import asyncio
from collections.abc import Awaitable, Callable


async def add(fetch: Callable[[str], Awaitable[int]], left: str, right: str) -> int:
    one, two = await asyncio.gather(fetch(left), fetch(right))
    return one + two
