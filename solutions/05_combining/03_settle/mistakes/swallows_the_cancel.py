"""When you are cancelled, that is written down as the error of a job, and you go on.

You wait for the tasks one by one, and `except BaseException` catches whatever comes out there. When
your caller cancels you, it comes out at the same place: the job that you wait for is cancelled too,
and you wait for the next one as if nothing had happened. Whoever cancelled you waits for a
CancelledError that does not come.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    tasks = [asyncio.create_task(job) for job in jobs]
    outcomes: list[Any] = []
    for task in tasks:
        try:
            outcomes.append(("ok", await task))
        except BaseException as error:
            outcomes.append(("error", error))
    return outcomes
