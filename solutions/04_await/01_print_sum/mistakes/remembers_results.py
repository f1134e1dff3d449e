"""You remember results, and the same sum is not computed again.

A sum stays the same, so it looks safe. But what compute does is up to compute, and each call of
yours is to call it once: the second answer may be another one.
"""

from typing import Any

RESULTS: dict[tuple[int, int], int] = {}


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    if (x, y) not in RESULTS:
        RESULTS[x, y] = await compute(x, y)
    say(f"{x} + {y} = {RESULTS[x, y]}")
    return RESULTS[x, y]
