"""What went well comes first, and all the errors stand at the end.

Two lists, one for each kind, lose the places of the jobs when they are joined. The first pair has
to be that of the first job, however it ended.
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
    good = [outcome for outcome in outcomes if outcome[0] == "ok"]
    return good + [outcome for outcome in outcomes if outcome[0] == "error"]
