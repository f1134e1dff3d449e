"""A loser failed in its clean-up, and its error was left in the task until asyncio logged it.

`asyncio.wait` waits for tasks without looking at how they ended. A task whose error nobody has
asked for reports it when it is thrown away: "Task exception was never retrieved". You may drop the
error, but look at it first.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    if not ops:
        raise ValueError("there is nobody to ask")

    pending = {asyncio.create_task(op()) for op in ops}
    errors: list[BaseException] = []
    try:
        while pending:
            done, pending = await asyncio.wait(
                pending, return_when=asyncio.FIRST_COMPLETED
            )
            failed = [task for task in done if task.exception() is not None]
            for task in done:
                if task not in failed:
                    return task.result()
            errors.extend(task.exception() for task in failed)
    finally:
        for task in pending:
            task.cancel()
        if pending:
            await asyncio.wait(pending)
    raise BaseExceptionGroup("nobody succeeded", errors)
