"""Another thread sleeps, and you stand still until it is through: join blocks, too.

The sleep has moved to a thread of its own, so it seems to be out of the way. But join waits for
that thread in the thread of the loop, and nobody else can run.
What waits for a thread has to be awaited as well.
"""

import threading
import time


async def greet(name: str, seconds: float) -> str:
    nap = threading.Thread(target=time.sleep, args=(seconds,))
    nap.start()
    nap.join()
    return f"hello, {name}"
