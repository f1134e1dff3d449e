"""A timer in its own thread wakes the loop in the way meant for threads."""

import asyncio
import threading


async def greet(name: str, seconds: float) -> str:
    loop = asyncio.get_running_loop()
    rung = asyncio.Event()
    timer = threading.Timer(seconds, loop.call_soon_threadsafe, [rung.set])
    timer.start()
    await rung.wait()
    timer.join()
    return f"hello, {name}"
