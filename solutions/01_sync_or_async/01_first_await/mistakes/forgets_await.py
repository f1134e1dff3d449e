"""asyncio.sleep(...) without await does not sleep.

It looks like a call, but calling a coroutine function only makes a coroutine object.
Nobody ran this one, so the greeting came at once.
Put await before it: that runs it, and pauses you until it is done.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    asyncio.sleep(seconds)
    return f"hello, {name}"
