"""You look at the clock until the time has come, and never let go of the thread.

The loop counts the seconds, the result is right, and the code has no sleep that could block. But
without an await nobody else can run: the loop, and everybody in it, stands still.
Tell the loop how long you want to wait, and await that.
"""

import time


async def greet(name: str, seconds: float) -> str:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
    return f"hello, {name}"
