"""A failure at the same instant made you pass over a success.

You look at all that ended together, which is right, and accept a success only when none of the
others has failed. The next round does not see it any more. A failure decides nothing, also when it
comes together with a success.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    if not ops:
        raise ValueError("there is nobody to ask")

    tasks = [asyncio.create_task(op()) for op in ops]
    pending = set(tasks)
    errors: list[BaseException] = []
    try:
        while pending:
            done, pending = await asyncio.wait(
                pending, return_when=asyncio.FIRST_COMPLETED
            )
            failed = [
                task.exception()
                for task in done
                if task.exception() is not None
            ]
            errors += failed
            if not failed:
                return done.pop().result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise BaseExceptionGroup("nobody succeeded", errors)
