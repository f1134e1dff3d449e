"""The first op to end decided, whether it had succeeded or failed.

`FIRST_COMPLETED` means ended, not succeeded, and a mirror that is down ends quickly. As long as
somebody else may still succeed, a failure decides nothing. And when you are cancelled yourself, at
that wait, the ops go on without you: the line that cancels them is never reached.
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
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_COMPLETED
    )
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    return done.pop().result()
