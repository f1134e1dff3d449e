"""The error came out only when all the other jobs had done their work.

`return_exceptions=True` turns an error into a result like any other: nobody is disturbed, and
nobody is stopped. The jobs that take longer ran to their end, although nobody had any use for them.
One failure has to end the others at once.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    outcomes = await asyncio.gather(*jobs, return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome
    return outcomes
