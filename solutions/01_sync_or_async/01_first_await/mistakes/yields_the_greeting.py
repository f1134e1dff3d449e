"""You yield the greeting instead of returning it.

Both hand a value over, but yield makes a function that can be asked for many values: an async
generator. It is for `async for`; it cannot be awaited.
There is one greeting: return it.
"""

import asyncio
from collections.abc import AsyncIterator


async def greet(name: str, seconds: float) -> AsyncIterator[str]:
    await asyncio.sleep(seconds)
    yield f"hello, {name}"
