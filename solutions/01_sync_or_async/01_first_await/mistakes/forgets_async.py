"""The word `async` in front of def is missing.

Without it greet is an ordinary function, which cannot await, and asyncio.run looks like the way
out. But your caller is inside a running event loop, and a second one cannot start in it.
Write `async def`, and inside it await.
"""

import asyncio


def greet(name: str, seconds: float) -> str:
    asyncio.run(asyncio.sleep(seconds))
    return f"hello, {name}"
