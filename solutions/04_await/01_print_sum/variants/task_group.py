"""A task group waits for compute; an error comes out in a group."""

import asyncio
from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    async with asyncio.TaskGroup() as group:
        task = group.create_task(compute(x, y))
    say(f"{x} + {y} = {task.result()}")
    return task.result()
