"""You start a task and ask for its result before it has one.

create_task only puts the work on the list of the loop; it has not even begun on the next line.
A task without a result raises InvalidStateError when asked for it.
Await the task: that waits until there is a result, and gives it to you.
"""

import asyncio
from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    task = asyncio.create_task(compute(x, y))
    result = task.result()
    say(f"{x} + {y} = {result}")
    return result
