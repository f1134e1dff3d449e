"""You compute twice: once for the line, once for the return.

Each call makes a new coroutine, and each await runs it from the beginning, with all its waiting.
Await once and keep the result in a variable.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    say(f"{x} + {y} = {await compute(x, y)}")
    return await compute(x, y)
