"""Tasks that have the same places in a set each time, and `as_completed` that starts them in order.

A set is ordered by hashes, and asyncio's by memory addresses: which task `done` of `asyncio.wait`
gives first, whom a task group cancels first and what `as_completed` starts first would be another
in each process, under the same seed too.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable, Iterator
from typing import Any


class Task(asyncio.Task[Any]):
    """A task whose hash is settled by the seed and by how many tasks were made before it."""

    __slots__ = ("place",)
    place: int

    def __hash__(self) -> int:
        return self.place


def make_task(coro: Any, place: int, **options: Any) -> Task:
    """Return `asyncio.Task(coro, **options)` with `place` for its hash."""
    task = Task.__new__(Task)
    task.place = place
    task.__init__(coro, **options)  # type: ignore[misc]  # asyncio asks for the hash in there
    if task._source_traceback:  # type: ignore[attr-defined]
        # Debug mode tells where a task was made: not here, and not in the loop that called this.
        del task._source_traceback[-2:]  # type: ignore[attr-defined]
    return task


real_all_tasks = asyncio.all_tasks


def all_tasks(loop: asyncio.AbstractEventLoop | None = None) -> set[asyncio.Task[Any]]:
    """Stand in for `asyncio.all_tasks`, whose set has a past: tasks of loops that are gone."""
    return set(sorted(real_all_tasks(loop), key=hash))


real_wait: Any = asyncio.wait


async def wait(fs: Iterable[Any], **options: Any) -> tuple[set[Any], set[Any]]:
    """Stand in for `asyncio.wait`: that `done` has no order leaves something open."""
    done, pending = await real_wait(fs, **options)
    schedule = getattr(asyncio.get_running_loop(), "schedule", None)
    if schedule is not None:
        schedule.tie(len(done))
    return done, pending


real_as_completed: Any = asyncio.as_completed


def _started(awaitables: Any) -> Any:
    # In all other cases the real one says what is wrong. A future can be iterated, but is none.
    is_future = asyncio.isfuture(awaitables)
    if is_future or not isinstance(awaitables, Iterable) or not asyncio._get_running_loop():
        return awaitables
    return [asyncio.ensure_future(awaitable) for awaitable in dict.fromkeys(awaitables)]


def _as_completed_when_asked(fs: Iterable[Any], *, timeout: float | None = None) -> Iterator[Any]:
    """Stand in for `asyncio.as_completed`, which begins when its first result is asked for."""
    yield from real_as_completed(_started(fs), timeout=timeout)


def _as_completed_at_once(fs: Iterable[Any], *, timeout: float | None = None) -> Any:
    """Stand in for `asyncio.as_completed`, which begins when it is called."""
    return real_as_completed(_started(fs), timeout=timeout)


as_completed = _as_completed_at_once if sys.version_info >= (3, 13) else _as_completed_when_asked
