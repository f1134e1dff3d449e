"""There is no pause at all, so the others get no turn before your last number.

async def alone does not make a function polite: the loop runs somebody else only where you really
pause, and there is no such place.
"""

from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    return sum(weigh(number) for number in numbers)
