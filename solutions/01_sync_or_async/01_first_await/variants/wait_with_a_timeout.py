"""asyncio.wait with a timeout; what it waited for is cancelled and ends."""

import asyncio


async def greet(name: str, seconds: float) -> str:
    never = asyncio.ensure_future(asyncio.Event().wait())
    await asyncio.wait([never], timeout=seconds)
    never.cancel()
    await asyncio.gather(never, return_exceptions=True)
    return f"hello, {name}"
