"""The start line is not the one that was asked for: a blank is missing before the dots.

For a person it reads the same. A program compares texts to the letter, and blanks count.
Copy the line from the example, and put x and y in their places.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y}...")
    result = await compute(x, y)
    say(f"{x} + {y} = {result}")
    return result
