"""The winner's value was returned, and the losers went on.

Nobody needs their answers any more, but they keep their connections, and when one fails later,
nobody hears of it. Leaving the loop does not end what was started before it. Cancel what still
runs, and wait until it is over.
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
    for ended in asyncio.as_completed([op() for op in ops]):
        try:
            return await ended
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup("nobody succeeded", errors)
