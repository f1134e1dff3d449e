"""Ask for both numbers at the same time and return their sum."""

import asyncio
from collections.abc import Awaitable, Callable


async def add(fetch: Callable[[str], Awaitable[int]], left: str, right: str) -> int:
    """Return fetch(left) + fetch(right); both are asked at once."""
    # TODO: write this.
    raise NotImplementedError
