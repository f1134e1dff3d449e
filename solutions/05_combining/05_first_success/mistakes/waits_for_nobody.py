"""Without any op you waited for ever.

The future is filled by whoever succeeds, or by the last one that fails. With no ops there is
neither, and nobody is left who could wake you. Look at `ops` before you wait.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    winner: asyncio.Future[T] = asyncio.get_running_loop().create_future()
    errors: list[Exception] = []

    async def race(op: Op[T]) -> None:
        try:
            value = await op()
        except Exception as error:
            errors.append(error)
            if len(errors) == len(ops) and not winner.done():
                winner.set_exception(
                    ExceptionGroup("nobody succeeded", errors)
                )
        else:
            if not winner.done():
                winner.set_result(value)

    tasks = [asyncio.create_task(race(op)) for op in ops]
    try:
        return await winner
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
