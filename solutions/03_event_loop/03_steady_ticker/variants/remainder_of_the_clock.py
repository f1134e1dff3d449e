"""What is left until the next beat, by the remainder of a division."""

import asyncio
import time
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    start = due = time.monotonic()
    for number in range(count):
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        now = time.monotonic()
        due = now + period - (now - start) % period
        await tick(number)
