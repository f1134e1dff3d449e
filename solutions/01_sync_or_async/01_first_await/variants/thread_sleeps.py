"""The thread that sleeps is another one: wasteful, but the loop stays free."""

import asyncio
import time


async def greet(name: str, seconds: float) -> str:
    await asyncio.to_thread(time.sleep, seconds)
    return f"hello, {name}"
