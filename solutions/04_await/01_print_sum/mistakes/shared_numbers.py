"""Two calls share one variable for their numbers, and the second overwrites the first.

With one sum at a time nothing goes wrong, which is why it stays hidden.
At each await others may run, also other calls of this same function.
Keep what belongs to a call in the call: its parameters and local variables.
"""

from typing import Any

given = (0, 0)


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    global given
    given = (x, y)
    say(f"Start compute {x} + {y} ...")
    result = await compute(x, y)
    say(f"{given[0]} + {given[1]} = {result}")
    return result
