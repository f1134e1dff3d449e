"""The first error ended the whole group, although another op was about to succeed.

A `TaskGroup` takes every exception for a reason to stop: your own one that says who has won, and
the failure of an op as well. It cancels the others in both cases. Keep the failures of the ops away
from the group, so that only the winner ends it.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


class Won(Exception):
    pass


async def first_success(ops: Sequence[Op[T]]) -> T:
    if not ops:
        raise ValueError("there is nobody to ask")

    values: list[T] = []

    async def race(op: Op[T]) -> None:
        values.append(await op())
        raise Won

    try:
        async with asyncio.TaskGroup() as group:
            for op in ops:
                group.create_task(race(op))
    except* Won:
        pass
    return values[0]
