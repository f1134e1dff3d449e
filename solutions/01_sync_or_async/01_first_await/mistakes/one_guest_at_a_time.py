"""A lock lets the second guest begin to wait only when the first one has been greeted.

You wait without blocking the loop, so a single greeting is right, and others do run meanwhile. But
two guests share nothing that a lock would have to guard, and now their times add up.
"""

import asyncio

door = asyncio.Lock()


async def greet(name: str, seconds: float) -> str:
    async with door:
        await asyncio.sleep(seconds)
    return f"hello, {name}"
