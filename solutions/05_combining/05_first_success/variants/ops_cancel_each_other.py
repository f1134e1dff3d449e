"""Whoever succeeds cancels the others; one `gather` waits for everybody."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    if not ops:
        raise ValueError("there is nobody to ask")

    won: list[T] = []
    errors: list[Exception] = []

    async def race(op: Op[T]) -> None:
        try:
            value = await op()
        except Exception as error:
            errors.append(error)
            return
        if not won:
            won.append(value)
            for task in tasks:
                if task is not asyncio.current_task():
                    task.cancel()

    tasks = [asyncio.create_task(race(op)) for op in ops]
    await asyncio.gather(*tasks, return_exceptions=True)
    if won:
        return won[0]
    raise ExceptionGroup("nobody succeeded", errors)
