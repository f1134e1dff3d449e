"""A task for compute, awaited at once."""

import asyncio
from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    result = await asyncio.create_task(compute(x, y))
    say(f"{x} + {y} = {result}")
    return result
