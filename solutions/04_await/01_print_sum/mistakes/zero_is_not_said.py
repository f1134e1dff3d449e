"""You say the result only when it counts as true, and 0 does not.

A sum of 0 is a result like any other, and your caller waits for its line. Whether there is a result
is no question here: after the await there is one.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    result = await compute(x, y)
    if result:
        say(f"{x} + {y} = {result}")
    return result
