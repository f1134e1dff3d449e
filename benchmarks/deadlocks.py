"""Deadlocks: real time from the start of a program that stands still to its finished report."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable

from benchmarks.table import middle, milliseconds, show
from grader.lab import DeadlockError, run

ROUNDS_EACH = 5
MANY = 1_000
_CRASH = RuntimeError("boom")


async def two_locks() -> None:
    """Two tasks take two locks in opposite order."""
    first, second = asyncio.Lock(), asyncio.Lock()

    async def both(one: asyncio.Lock, other: asyncio.Lock) -> None:
        async with one:
            await asyncio.sleep(1)
            async with other:
                pass

    await asyncio.gather(both(first, second), both(second, first))


async def own_lock() -> None:
    """A task takes a lock that it holds."""
    lock = asyncio.Lock()
    async with lock, lock:
        pass


async def unfilled_queue() -> None:
    """A task waits for what nobody puts."""
    await asyncio.Queue[int]().get()


async def leaked_permit() -> None:
    """An error ends a task before it gives its permit back."""
    places = asyncio.Semaphore(1)

    async def careless() -> None:
        await places.acquire()
        raise _CRASH

    with contextlib.suppress(RuntimeError):
        await asyncio.create_task(careless(), name="careless")
    await places.acquire()


async def unmarked_items() -> None:
    """A queue is joined whose items were taken out and not marked as done."""
    items = asyncio.Queue[int]()
    items.put_nowait(1)
    await items.get()
    await items.join()


async def many_tasks() -> None:
    """A ring of many tasks, each holding the lock that the one before it wants."""
    locks = [asyncio.Lock() for _ in range(MANY)]

    async def both(one: asyncio.Lock, other: asyncio.Lock) -> None:
        async with one:
            await asyncio.sleep(1)
            async with other:
                pass

    await asyncio.gather(*(both(locks[n - 1], locks[n]) for n in range(MANY)))


PROGRAMS: tuple[tuple[str, Callable[[], Awaitable[None]]], ...] = (
    ("two locks", two_locks),
    ("a lock of its own", own_lock),
    ("a queue nobody fills", unfilled_queue),
    ("a permit lost by an error", leaked_permit),
    ("join without task_done", unmarked_items),
    (f"a ring of {MANY:,} tasks", many_tasks),
)


def reported(program: Callable[[], Awaitable[None]]) -> float:
    """Return how long it took from the start of a program to the text of its deadlock."""
    began = time.perf_counter()
    error = run(program).error
    assert isinstance(error, DeadlockError), error
    str(error)
    return time.perf_counter() - began


def main(rounds: int) -> None:
    """Print each deadlock with its time."""
    rows = []
    for name, program in PROGRAMS:
        times = [reported(program) for _ in range(max(rounds, ROUNDS_EACH))]
        rows.append((name, milliseconds(middle(times)), milliseconds(max(times))))
    show(
        "Deadlocks: from the start of the program to its report, in ms of real time",
        ("", "median", "slowest"),
        rows,
        "Each in a world of its own, which is made and taken down within that time.",
    )
