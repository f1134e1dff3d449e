"""You take a nap, look at the clock, and nap again until the time is over.

It does wait, and it does let others run. But you look at the clock only after each nap, so the
greeting is late by the rest of the last one, and the loop wakes you many times for nothing.
The loop can wake you at the right moment: ask once, for the whole time.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while loop.time() < end:
        await asyncio.sleep(0.1)
    return f"hello, {name}"
