"""You waited for all the answers, and then took the first one in the list.

A list of outcomes does not tell who was first in time, and it is complete only when the slowest has
answered. The point of asking several is not to wait for the slow ones: look at each answer when it
arrives.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    if not ops:
        raise ValueError("there is nobody to ask")

    outcomes = await asyncio.gather(
        *(op() for op in ops), return_exceptions=True
    )
    for outcome in outcomes:
        if not isinstance(outcome, BaseException):
            return outcome
    raise ExceptionGroup("nobody succeeded", outcomes)
