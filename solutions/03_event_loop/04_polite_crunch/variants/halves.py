"""The numbers are split until a part is short; each part ends in a pause."""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    if len(numbers) > every:
        middle = len(numbers) // 2
        left = await total(numbers[:middle], weigh, every)
        return left + await total(numbers[middle:], weigh, every)
    weight = sum(weigh(number) for number in numbers)
    await asyncio.sleep(0)
    return weight
