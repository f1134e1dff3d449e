"""A coroutine object made first, run by a gather of one."""

import asyncio
from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    computing = compute(x, y)
    say(f"Start compute {x} + {y} ...")
    [result] = await asyncio.gather(computing)
    say(f"{x} + {y} = {result}")
    return result
