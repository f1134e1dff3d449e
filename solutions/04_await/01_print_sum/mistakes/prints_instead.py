"""You print, but you were given say for that.

print is what every tutorial shows. Here the caller decides where the lines go, to the screen,
to a log or to a test, and so nobody heard yours.
Call say with the text.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    print(f"Start compute {x} + {y} ...")
    result = await compute(x, y)
    print(f"{x} + {y} = {result}")
    return result
