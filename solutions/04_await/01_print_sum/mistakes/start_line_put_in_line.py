"""You put the start line in line at the loop, and compute gets ahead of it.

call_soon calls say at the next turn of the loop. An await of a coroutine runs it at once, without
such a turn: compute has begun, and may even be done, when the line is said. Call say yourself.
"""

import asyncio
from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    asyncio.get_running_loop().call_soon(say, f"Start compute {x} + {y} ...")
    result = await compute(x, y)
    say(f"{x} + {y} = {result}")
    return result
