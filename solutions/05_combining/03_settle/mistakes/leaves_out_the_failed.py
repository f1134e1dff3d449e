"""The jobs that failed are missing from the report.

A shorter list is not a report on all the jobs: nobody sees what went wrong, and nobody can tell
which pair belongs to which job. An error is an outcome too.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


def _ending(task: asyncio.Task[Any]) -> Any:
    if task.cancelled():
        return "error", asyncio.CancelledError()
    if error := task.exception():
        return "error", error
    return "ok", task.result()


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    tasks = [asyncio.create_task(job) for job in jobs]
    await asyncio.gather(*tasks, return_exceptions=True)
    outcomes = [_ending(task) for task in tasks]
    return [outcome for outcome in outcomes if outcome[0] == "ok"]
