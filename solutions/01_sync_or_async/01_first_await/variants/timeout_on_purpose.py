"""Waits for something that never happens, and lets a timeout end the wait."""

import asyncio


async def greet(name: str, seconds: float) -> str:
    try:
        async with asyncio.timeout(seconds):
            await asyncio.get_running_loop().create_future()
    except TimeoutError:
        pass
    return f"hello, {name}"
