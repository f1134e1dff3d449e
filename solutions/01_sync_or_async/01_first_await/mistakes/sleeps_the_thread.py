"""time.sleep stops the whole thread, and the event loop lives on that thread.

The result is right and so is the time, which is why it tempts: alone, it looks fine.
But while it sleeps no other coroutine can run, so two greetings take the sum of their times.
Use the sleep that belongs to asyncio, and await it.
"""

import time


async def greet(name: str, seconds: float) -> str:
    time.sleep(seconds)
    return f"hello, {name}"
