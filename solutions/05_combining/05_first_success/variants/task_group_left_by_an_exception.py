"""A success is an exception that makes a TaskGroup cancel the others."""

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
    errors: list[Exception] = []

    async def race(op: Op[T]) -> None:
        try:
            values.append(await op())
        except Exception as error:
            errors.append(error)
        else:
            raise Won

    try:
        async with asyncio.TaskGroup() as group:
            for op in ops:
                group.create_task(race(op))
    except* Won:
        pass
    if values:
        return values[0]
    raise ExceptionGroup("nobody succeeded", errors)
