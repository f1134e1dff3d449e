"""You say a line when compute fails, and nobody asked for it.

It is kindly meant. But exactly two lines were asked for, and on an error only the first: whoever
gets the error decides what to say about it. Let it go its own way.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    try:
        result = await compute(x, y)
    except Exception as error:
        say(f"{x} + {y} failed: {error}")
        raise
    say(f"{x} + {y} = {result}")
    return result
