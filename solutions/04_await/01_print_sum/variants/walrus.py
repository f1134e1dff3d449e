"""The result is named inside the text that is said."""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    say(f"{x} + {y} = {(result := await compute(x, y))}")
    return result
