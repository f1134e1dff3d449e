"""Your pause is a coroutine in which nothing waits, and so it is no pause.

There is an await in the right place. But await runs the inner coroutine like a function call, and
goes on at once when it returns; the loop hears nothing of it.
Somewhere at the bottom something has to give way to the loop.
"""

from collections.abc import Callable, Sequence


async def pause() -> None:
    pass


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    for count, number in enumerate(numbers, start=1):
        weight += weigh(number)
        if count % every == 0:
            await pause()
    return weight
