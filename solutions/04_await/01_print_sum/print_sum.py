"""Print sum: await a result, and tell what happens."""

from collections.abc import Awaitable, Callable


async def print_sum(
    compute: Callable[[int, int], Awaitable[int]],
    x: int,
    y: int,
    say: Callable[[str], None],
) -> int:
    """Return what `compute(x, y)` gives, and say what happens.

    Say "Start compute x + y ..." before the await, "x + y = result" after it.
    """
    say(f"Start compute {x} + {y} ...")
    # Others may run here; the next line has to wait.
    result = await compute(x, y)
    say(f"{x} + {y} = {result}")
    return result
