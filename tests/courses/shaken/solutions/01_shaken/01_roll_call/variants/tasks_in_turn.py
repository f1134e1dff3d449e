"""Tasks awaited in turn."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence


async def roll_call(ask: Callable[[str], Awaitable[str]], names: Sequence[str]) -> list[str]:
    tasks = [asyncio.ensure_future(ask(name)) for name in names]
    return [await task for task in tasks]
