"""You call compute but do not await it: the result is a coroutine object.

In ordinary code a call gives the result, and here it gives something that could become one.
Nobody ran it, so you said an object, and compute never did anything.
await compute(x, y) runs it and gives you what it returns.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    result = compute(x, y)
    say(f"{x} + {y} = {result}")
    return result
