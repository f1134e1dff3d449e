"""You catch the error of compute and return as if there were a result.

It looks safe, but to your caller 0 is a result like any other, and None is a strange one.
You cannot repair a failed computation here: let the error through.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    try:
        result = await compute(x, y)
    except Exception:
        return 0
    say(f"{x} + {y} = {result}")
    return result
