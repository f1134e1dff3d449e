"""You wait for some time and hope that compute is done by then.

In the example it takes one second, so it seems to work. Nobody promised that: it may take
longer, and then there is no result to ask for.
Await the work itself, not the clock.
"""

import asyncio
from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    task = asyncio.create_task(compute(x, y))
    await asyncio.sleep(1)
    result = task.result()
    say(f"{x} + {y} = {result}")
    return result
