"""You say the result, but do not return it.

On the screen all is there; your caller gets None.
What is said is for people, what is returned is for the program.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    result = await compute(x, y)
    say(f"{x} + {y} = {result}")
