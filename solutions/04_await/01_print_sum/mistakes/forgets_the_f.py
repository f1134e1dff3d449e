"""The f in front of the quotes is missing, so {x} stays as it stands.

Braces in a text are ordinary characters; only an f-string puts values in their places.
Write f"..." with an f before the first quote.
"""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say("Start compute {x} + {y} ...")
    result = await compute(x, y)
    say("{x} + {y} = {result}")
    return result
