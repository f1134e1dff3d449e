"""Every op reports to a queue; at most as many are read as there are ops."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    reports: asyncio.Queue[tuple[bool, Any]] = asyncio.Queue()

    async def report(op: Op[T]) -> None:
        try:
            await reports.put((True, await op()))
        except Exception as error:
            await reports.put((False, error))

    tasks = [asyncio.create_task(report(op)) for op in ops]
    errors: list[Exception] = []
    try:
        while len(errors) < len(tasks):
            is_success, outcome = await reports.get()
            if is_success:
                return outcome
            errors.append(outcome)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    if not errors:
        raise ValueError("there is nobody to ask")
    raise ExceptionGroup("nobody succeeded", errors)
