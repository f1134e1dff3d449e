"""You say a result line also when there is no result.

finally runs on every way out, so the line is never forgotten, not even when compute failed.
Use finally for cleaning up. What needs the result comes after the await, and is then skipped
by an error all by itself.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    result = None
    try:
        result = await compute(x, y)
    finally:
        say(f"{x} + {y} = {result}")
    return result
