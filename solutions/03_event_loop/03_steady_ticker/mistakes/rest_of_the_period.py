"""After a late tick your ticks are no longer on the beat.

Waiting for what is left of the period keeps two ticks a period apart, as long as nothing goes
wrong. But the next beat is then counted from the late start, and the delay stays for ever.
Count the beats from the first start, not from the start before.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    for number in range(count):
        began = loop.time()
        await tick(number)
        if number < count - 1:
            await asyncio.sleep(max(0, began + period - loop.time()))
