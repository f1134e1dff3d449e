"""The task is made before the first line is said; it begins at the await."""

import asyncio
from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    task = asyncio.ensure_future(compute(x, y))
    say(f"Start compute {x} + {y} ...")
    (result,) = await asyncio.gather(task)
    say(f"{x} + {y} = {result}")
    return result
