"""You stop the thread until the loop has a result, and the loop lives on that very thread.

run_coroutine_threadsafe is for other threads, and its result() blocks whoever calls it. Here
the loop itself stands still, so the result can never come: a deadlock.
Inside a coroutine, await.
"""

import asyncio
from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    loop = asyncio.get_running_loop()
    result = asyncio.run_coroutine_threadsafe(compute(x, y), loop).result()
    say(f"{x} + {y} = {result}")
    return result
