"""An op returned an exception object, and you took it for a failure.

Here a failure is handed on as a value, so nothing tells it from an exception that was returned. An
exception object that an op returns is an answer like any other. An op has failed when it raises,
and only then.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    if not ops:
        raise ValueError("there is nobody to ask")

    async def outcome(op: Op[T]) -> Any:
        try:
            return await op()
        except Exception as error:
            return error

    tasks = [asyncio.create_task(outcome(op)) for op in ops]
    errors: list[Exception] = []
    try:
        for ended in asyncio.as_completed(tasks):
            value = await ended
            if not isinstance(value, Exception):
                return value
            errors.append(value)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("nobody succeeded", errors)
