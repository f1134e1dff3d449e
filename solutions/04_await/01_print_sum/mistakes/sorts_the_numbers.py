"""You put the two numbers in order first, so the lines are not about x + y.

A sum is the same both ways, but what you say is compared to the letter, and what compute does with
the numbers is up to compute. Take x and y as they come.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    x, y = sorted((x, y))
    say(f"Start compute {x} + {y} ...")
    result = await compute(x, y)
    say(f"{x} + {y} = {result}")
    return result
