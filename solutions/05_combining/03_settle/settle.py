"""Settle: run all jobs to their end, and tell of each how it ended."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


def _outcome(
    task: asyncio.Task[T],
) -> tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]:
    """Return how a task that is done has ended."""
    if task.cancelled():
        return "error", asyncio.CancelledError()
    error = task.exception()
    return ("ok", task.result()) if error is None else ("error", error)


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    """Run all jobs at the same time; return how each ended, in their order.

    A pair is ("ok", what the job returned) or ("error", what it raised).
    Raises CancelledError when the caller is cancelled, and then cancels the
    jobs that still run.
    """
    tasks = [asyncio.create_task(job) for job in jobs]
    # gather's results have forgotten what was raised and what was returned.
    await asyncio.gather(*tasks, return_exceptions=True)
    return [_outcome(task) for task in tasks]
