"""You nap for a tenth of a second, look at the clock, and nap again.

It does wait, and it does let others run. But you wake only every tenth of a second, so the
greeting is late, and the loop wakes you many times for nothing.
The loop can wake you at the right moment: ask once, for the whole time.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while loop.time() < end:
        await asyncio.sleep(0.1)
    return f"hello, {name}"
