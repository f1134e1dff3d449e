"""The pause is a thread that does nothing; weigh stays here."""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    for index, number in enumerate(numbers):
        if index % every == 0:
            await asyncio.to_thread(int)
        weight += weigh(number)
    return weight
