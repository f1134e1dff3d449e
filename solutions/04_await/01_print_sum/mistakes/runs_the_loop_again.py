"""asyncio.run starts an event loop, and you are already inside one.

From ordinary code it is the way to get at the result of a coroutine.
In an async function the loop is running already, and await is all you need.
"""

import asyncio
from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    result = asyncio.run(compute(x, y))
    say(f"{x} + {y} = {result}")
    return result
