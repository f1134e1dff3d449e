"""You ask for the time again and again instead of waiting for it.

sleep(0) does let the others run, so it feels polite. But it comes back at once:
between two looks at the clock nothing waits, and the processor runs hot for nothing.
Tell the loop once how long you want to wait; it wakes you up.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while loop.time() < end:
        await asyncio.sleep(0)
    return f"hello, {name}"
