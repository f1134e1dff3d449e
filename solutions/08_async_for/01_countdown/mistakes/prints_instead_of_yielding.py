"""The numbers are shown on the screen, and handed to nobody.

`print` writes a text; the caller's loop gets nothing from it. And without any `yield` this is not
a generator but a coroutine, so `async for` says "requires an object with __aiter__ method". Put
`yield` in place of `print`.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for number in range(n, 0, -1):
        await asyncio.sleep(period)
        print(number)
