"""asyncio.wait raises nothing, so the task is asked whether it has failed."""

import asyncio
from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    task = asyncio.ensure_future(compute(x, y))
    await asyncio.wait([task])
    if task.exception() is None:
        say(f"{x} + {y} = {task.result()}")
    return task.result()
