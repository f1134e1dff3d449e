"""A lock keeps the second call waiting until the first one has finished.

It keeps the lines of one call together, which looks tidy. But the two have nothing to do with
each other, and now their waits add up instead of overlapping.
Lock only what is shared; here nothing is.
"""

import asyncio
from typing import Any

turn = asyncio.Lock()


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    async with turn:
        say(f"Start compute {x} + {y} ...")
        result = await compute(x, y)
        say(f"{x} + {y} = {result}")
        return result
