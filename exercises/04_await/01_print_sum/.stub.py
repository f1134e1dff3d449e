"""Print sum: await a result, and tell what happens."""

from collections.abc import Awaitable, Callable


async def print_sum(
    compute: Callable[[int, int], Awaitable[int]],
    x: int,
    y: int,
    say: Callable[[str], None],
) -> int:
    """Say "Start compute x + y ...", await `compute(x, y)`, say "x + y = result", return it."""
    # TODO: say, await, say, return.
    raise NotImplementedError
