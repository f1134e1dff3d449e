"""A future of one's own, resolved by a timer of the loop."""

import asyncio


async def greet(name: str, seconds: float) -> str:
    loop = asyncio.get_running_loop()
    greeting: asyncio.Future[str] = loop.create_future()
    loop.call_later(seconds, greeting.set_result, f"hello, {name}")
    return await greeting
