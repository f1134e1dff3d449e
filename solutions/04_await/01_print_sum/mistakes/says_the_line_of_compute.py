"""You say a line too many: what compute does is for compute to tell.

In a trace of the whole program there would be a line from inside compute as well, so it is
tempting to add it here. But you cannot know when compute begins, or what it does.
Say that you start, and say the result.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    say(f"Compute {x} + {y} ...")
    result = await compute(x, y)
    say(f"{x} + {y} = {result}")
    return result
