"""You return what say returns, and say returns None.

Saying and returning in one line looks short and complete. But return passes on the value of the
call beside it, not of what was said.
Say the line, and then return the result.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    result = await compute(x, y)
    return say(f"{x} + {y} = {result}")
