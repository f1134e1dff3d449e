"""Take a nap."""

import asyncio


async def nap(seconds: float) -> str:
    """Sleep `seconds`, then return "rested"."""
    await asyncio.sleep(seconds)
    return "rested"
