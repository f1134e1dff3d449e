"""The work is split between two coroutines; awaits pass through both."""

from typing import Any


async def print_sum(compute: Any, x: int, y: int, say: Any) -> int:
    say(f"Start compute {x} + {y} ...")
    return await said(compute(x, y), f"{x} + {y} =", say)


async def said(work: Any, prefix: str, say: Any) -> Any:
    result = await work
    say(f"{prefix} {result}")
    return result
