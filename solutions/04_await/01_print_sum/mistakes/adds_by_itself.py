"""You wait for compute, and then do the sum yourself.

For a plain sum nobody sees a difference. But how to compute is up to compute: it may count on
the face of a clock. await gives you its answer; use that.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    await compute(x, y)
    result = x + y
    say(f"{x} + {y} = {result}")
    return result
