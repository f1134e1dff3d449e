"""You await a coroutine that never waits for anything, and that is no pause.

There is an await for each number, so it looks most polite. But await runs the inner coroutine like
a function call, and goes on at once when it returns; the loop hears nothing of it.
Somewhere at the bottom something has to give way to the loop.
"""

from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    async def weigh_one(number: int) -> int:
        return weigh(number)

    weight = 0
    for number in numbers:
        weight += await weigh_one(number)
    return weight
