"""You wait for compute, return what it gives, and say another sum: your own.

For a plain sum nobody sees a difference. But how to compute is up to compute, and then you say one
thing and return another. Say what came back.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    result = await compute(x, y)
    say(f"{x} + {y} = {x + y}")
    return result
