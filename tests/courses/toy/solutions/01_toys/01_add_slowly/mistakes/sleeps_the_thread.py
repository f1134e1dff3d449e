"""`time.sleep` stops the whole loop, not only this coroutine."""

import asyncio
import time


async def add(fetch, left, right):
    time.sleep(1)
    one, two = await asyncio.gather(fetch(left), fetch(right))
    return one + two
