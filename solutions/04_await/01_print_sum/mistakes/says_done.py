"""You say a line too many, after the result.

A last word makes a nice end on a screen. But whoever reads the lines expects the result to be the
last one.
Say that you start, and say the result.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    result = await compute(x, y)
    say(f"{x} + {y} = {result}")
    say("Done")
    return result
