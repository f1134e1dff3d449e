"""You return the coroutine object of asyncio.sleep, not what it would give.

Nice idea: sleep can hand back a value. But nothing awaited it, so it never ran,
and your caller gets an object instead of a text.
In an async function, return does not await for you: write await after return.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    return asyncio.sleep(seconds, f"hello, {name}")
