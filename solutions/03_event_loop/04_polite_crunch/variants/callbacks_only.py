"""Callbacks work a slice each, and each one asks the loop for the next."""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    loop = asyncio.get_running_loop()
    done: asyncio.Future[int] = loop.create_future()

    def crunch(start: int, weight: int) -> None:
        if done.cancelled():
            return
        try:
            weight += sum(
                weigh(number) for number in numbers[start : start + every]
            )
        except Exception as error:
            done.set_exception(error)
            return
        if start + every < len(numbers):
            loop.call_soon(crunch, start + every, weight)
        else:
            done.set_result(weight)

    crunch(0, 0)
    return await done
