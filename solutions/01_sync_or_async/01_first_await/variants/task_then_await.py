"""A task for the wait, awaited before returning."""

import asyncio


async def greet(name: str, seconds: float) -> str:
    nap = asyncio.create_task(asyncio.sleep(seconds))
    text = f"hello, {name}"
    await nap
    return text
