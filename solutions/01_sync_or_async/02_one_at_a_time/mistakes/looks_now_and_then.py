"""You look every tenth of a second whether a step has ended, and find it late.

In between nobody looks, so up to a tenth of a second is lost after every step, and such delays add
up. A task that you wait for tells you at that very moment.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any


async def in_order(steps: Sequence[Callable[[], Awaitable[Any]]]) -> list[Any]:
    results = []
    for step in steps:
        task = asyncio.ensure_future(step())
        while not task.done():
            await asyncio.sleep(0.1)
        results.append(task.result())
    return results
