"""The result line is not the one that was asked for.

It says the same, in other words. A program compares texts to the letter, and blanks count.
Copy the line from the example, and put x, y and the result in their places.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    result = await compute(x, y)
    say(f"Result: {x} + {y} = {result}")
    return result
