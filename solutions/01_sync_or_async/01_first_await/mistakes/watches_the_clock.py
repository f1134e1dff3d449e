"""You look at the clock until the time has come, and never let go of the thread.

There is no sleep in it that could block, and alone, with a watch in your hand, it would be right.
But without an await nobody else can run: the event loop, and everybody in it, stands still.
Tell the loop how long you want to wait, and await that.
"""

import time


async def greet(name: str, seconds: float) -> str:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
    return f"hello, {name}"
