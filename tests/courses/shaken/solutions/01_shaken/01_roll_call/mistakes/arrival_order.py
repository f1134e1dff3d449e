"""The answers come in the order in which they happen to arrive."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence


async def roll_call(ask: Callable[[str], Awaitable[str]], names: Sequence[str]) -> list[str]:
    return [await answer for answer in asyncio.as_completed([ask(name) for name in names])]
