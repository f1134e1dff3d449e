"""You give compute the two numbers in the wrong order.

A sum is the same both ways, so the result is right. But what compute does with the numbers is up
to compute, and it may care.
Pass on x and y in the order in which you got them.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    result = await compute(y, x)
    say(f"{x} + {y} = {result}")
    return result
