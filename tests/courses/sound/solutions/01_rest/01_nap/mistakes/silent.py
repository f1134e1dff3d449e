"""The word is missing: without `return` the answer is None."""

import asyncio


async def nap(seconds: float) -> str:
    await asyncio.sleep(seconds)
