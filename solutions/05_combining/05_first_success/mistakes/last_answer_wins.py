"""A loser that answered after its cancel replaced the value of the winner.

A cancelled op may still return something while it cleans up. Everybody writes into the same place
here, and the last one stays. The race is over with the first success: what comes later must not
be written down.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    if not ops:
        raise ValueError("there is nobody to ask")

    won = asyncio.Event()
    errors: list[Exception] = []
    best: list[T] = []

    async def race(op: Op[T]) -> None:
        try:
            best[:] = [await op()]
            won.set()
        except Exception as error:
            errors.append(error)
            if len(errors) == len(ops):
                won.set()

    tasks = [asyncio.create_task(race(op)) for op in ops]
    try:
        await won.wait()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    if best:
        return best[0]
    raise ExceptionGroup("nobody succeeded", errors)
