"""The next one was asked only when the one before it had failed.

That is a retry, not a race: the times add up, and a slow op at the front keeps everybody waiting,
while a quick one behind it is never begun. Start all of them first, then wait for whoever is first.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    if not ops:
        raise ValueError("there is nobody to ask")

    errors: list[Exception] = []
    for op in ops:
        try:
            return await op()
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup("nobody succeeded", errors)
