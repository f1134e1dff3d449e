"""You put the result line in line at the loop, and return before it is said.

call_soon calls say at the next turn of the loop. Your caller goes on without such a turn, and may
have said other things by then. Call say yourself.
"""

import asyncio
from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    result = await compute(x, y)
    asyncio.get_running_loop().call_soon(say, f"{x} + {y} = {result}")
    return result
