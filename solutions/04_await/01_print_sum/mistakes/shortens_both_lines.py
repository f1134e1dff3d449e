"""Both lines say what they should, but not in the words that were asked for.

Capitals and blanks look like a matter of taste. A program compares texts to the letter, and all of
them count.
Copy the lines from the example, and put the numbers in their places.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"start compute {x}+{y}")
    result = await compute(x, y)
    say(f"{x}+{y}={result}")
    return result
