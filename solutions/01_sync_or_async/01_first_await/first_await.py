"""First await: wait without standing in anybody's way."""

import asyncio


async def greet(name: str, seconds: float) -> str:
    """Return "hello, <name>" after `seconds`; do not block the event loop."""
    # Only this coroutine pauses; the loop runs the others.
    await asyncio.sleep(seconds)
    return f"hello, {name}"
