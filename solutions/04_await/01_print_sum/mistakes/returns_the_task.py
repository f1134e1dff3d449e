"""You return the task, and your caller wanted the sum.

The work runs and the line will be said when it is over, but you have returned long before that. To
your caller a task is one more thing to await, and nobody does. Await it, then return its result.
"""

import asyncio
from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    task = asyncio.create_task(compute(x, y))
    task.add_done_callback(lambda done: say(f"{x} + {y} = {done.result()}"))
    return task
