"""A callback of the task says the result, before the waiter goes on."""

import asyncio
from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    def tell(task: asyncio.Task[int]) -> None:
        if not task.cancelled() and task.exception() is None:
            say(f"{x} + {y} = {task.result()}")

    say(f"Start compute {x} + {y} ...")
    task = asyncio.create_task(compute(x, y))
    task.add_done_callback(tell)
    return await task
