"""After each tick you pause for a whole period, also after the last one.

A tick takes time too, and that comes on top of the pause: the next one starts a period plus a tick
later, not a period later, and so all of them drift away from the beat. And when the last tick has
ended, nobody is left to wait for.
The time to wait is what is left until the next beat.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    for number in range(count):
        await tick(number)
        await asyncio.sleep(period)
