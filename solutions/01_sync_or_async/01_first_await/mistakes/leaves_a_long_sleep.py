"""You wait for something that takes far too long, and stop waiting in time, but it goes on.

The greeting comes at the right moment. But a timeout of asyncio.wait ends only the waiting: the
task that it waited for is still there, an hour long, for each guest.
Wait for what is over when you are, or see to it that the rest ends too.
"""

import asyncio


async def greet(name: str, seconds: float) -> str:
    hour = asyncio.create_task(asyncio.sleep(3600))
    await asyncio.wait([hour], timeout=seconds)
    return f"hello, {name}"
