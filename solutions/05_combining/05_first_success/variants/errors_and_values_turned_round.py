"""A success is raised, a failure returned, so that FIRST_EXCEPTION waits."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


class Success(Exception):
    pass


async def first_success(ops: Sequence[Op[T]]) -> T:
    async def turned(op: Op[T]) -> Exception:
        try:
            value = await op()
        except Exception as error:
            return error
        raise Success(value)

    tasks = [asyncio.ensure_future(turned(op)) for op in ops]
    if not tasks:
        raise ValueError("no ops")
    try:
        done, _ = await asyncio.wait(
            tasks, return_when=asyncio.FIRST_EXCEPTION
        )
        for task in done:
            if isinstance(success := task.exception(), Success):
                return success.args[0]
        raise ExceptionGroup(
            "nobody succeeded", [task.result() for task in tasks]
        )
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
