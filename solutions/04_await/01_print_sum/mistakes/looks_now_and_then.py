"""You look now and then whether compute is done, and come late.

What is done between two looks is seen at the next one, and a compute that needs no time takes as
long as your first nap. await wakes you at that very moment.
"""

import asyncio
from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    task = asyncio.create_task(compute(x, y))
    while not task.done():
        await asyncio.sleep(0.1)
    say(f"{x} + {y} = {task.result()}")
    return task.result()
