"""You count whole seconds, so the rest of the time is lost.

A loop of one-second naps works for 1 and 2 and looks tidy, but 1.5 becomes 1.
asyncio.sleep takes a float: one call waits for exactly the time that was asked.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    for _ in range(int(seconds)):
        await asyncio.sleep(1)
    return f"hello, {name}"
