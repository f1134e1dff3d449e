"""A class: each job puts its outcome into a queue, with its number."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


class _Report:
    """The outcomes by number, as they come in."""

    def __init__(self, jobs: Sequence[Coroutine[Any, Any, Any]]) -> None:
        self._jobs = jobs
        self._queue: asyncio.Queue[tuple[int, Any]] = asyncio.Queue()

    async def _run(self, number: int) -> None:
        try:
            outcome: Any = ("ok", await self._jobs[number])
        except (Exception, asyncio.CancelledError) as error:
            outcome = ("error", error)
        await self._queue.put((number, outcome))

    async def all(self) -> list[Any]:
        """Run the jobs, and return their outcomes by number."""
        tasks = [
            asyncio.create_task(self._run(number))
            for number in range(len(self._jobs))
        ]
        try:
            found = [await self._queue.get() for _ in tasks]
        finally:
            for task in tasks:
                task.cancel()
        return [
            outcome for _, outcome in sorted(found, key=lambda pair: pair[0])
        ]


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    return await _Report(jobs).all()
