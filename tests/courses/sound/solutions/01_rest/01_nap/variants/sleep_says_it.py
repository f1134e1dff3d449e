"""`sleep` hands the word back itself."""

import asyncio


async def nap(seconds: float) -> str:
    return await asyncio.sleep(seconds, "rested")
