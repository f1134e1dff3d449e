"""Ask everybody at once."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence


async def roll_call(ask: Callable[[str], Awaitable[str]], names: Sequence[str]) -> list[str]:
    """Return everybody's answer, in the order of the names."""
    return list(await asyncio.gather(*map(ask, names)))
