"""First await: wait without standing in anybody's way."""

import asyncio


async def greet(name: str, seconds: float) -> str:
    """Wait `seconds` without blocking the event loop, then return "hello, <name>"."""
    await asyncio.sleep(seconds)  # only this coroutine pauses; the loop runs the others
    return f"hello, {name}"
