"""An event ends the race; the group around it waits for the cancelled."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    if not ops:
        raise ValueError("there is nobody to ask")

    over = asyncio.Event()
    values: list[T] = []
    errors: list[Exception] = []

    async def ask(op: Op[T]) -> None:
        try:
            values.append(await op())
        except Exception as error:
            errors.append(error)
        if values or len(errors) == len(ops):
            over.set()

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(ask(op)) for op in ops]
        await over.wait()
        for task in tasks:
            task.cancel()
    if values:
        return values[0]
    raise ExceptionGroup("nobody succeeded", errors)
