"""Several naps, the last one cut to end exactly on time."""

import asyncio


async def greet(name: str, seconds: float) -> str:
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while (left := end - loop.time()) > 0:
        await asyncio.sleep(min(left, 0.25))
    return f"hello, {name}"
