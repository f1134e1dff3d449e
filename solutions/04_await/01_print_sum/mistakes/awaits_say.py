"""You await say, but say is an ordinary function and gives None.

In async code it is tempting to put await in front of every call. It belongs only in front of what
can be waited for, such as a coroutine object or a Task. The line was said; then await found None.
Call say without await.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    await say(f"Start compute {x} + {y} ...")
    result = await compute(x, y)
    await say(f"{x} + {y} = {result}")
    return result
