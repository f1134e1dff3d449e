"""time.sleep cannot be awaited: it is an ordinary function, and gives None.

await in front of it looks like the right spell. But the call comes first: it stops the whole
thread for all the seconds, and only then await finds None in its hands.
The sleep that can be awaited belongs to asyncio.
"""

import time


async def greet(name: str, seconds: float) -> str:
    await time.sleep(seconds)
    return f"hello, {name}"
