"""You divide by a thousand, but nobody counts in milliseconds here.

In many other languages timers do. `seconds` are seconds, and so is what asyncio.sleep takes:
pass them on as they are.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    await asyncio.sleep(seconds / 1000)
    return f"hello, {name}"
