"""Your answer fits the first example, and only that one.

The examples show two guests out of many. Use the name and the seconds that you are given.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    await asyncio.sleep(1.5)
    return "hello, Ada"
