"""`run`: a program in a world of its own, from start to end in virtual time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from grader.lab.loop import VirtualLoop
from grader.lab.stall import StallError
from grader.lab.trace import Trace
from grader.lab.world import world
from grader.run import Blocked

T = TypeVar("T")


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """How a program ended. Times are virtual seconds; `blocked` and `trace` use the clock's own."""

    value: T | None
    error: BaseException | None
    makespan: float
    trace: Trace = field(repr=False)
    blocked: tuple[Blocked, ...] = ()

    def result(self) -> T:
        """Return the value, or raise the error that came out."""
        if self.error is not None:
            raise self.error
        return self.value  # type: ignore[return-value]  # None is a value too


async def _awaited(main: Callable[[], Awaitable[T]] | Awaitable[T]) -> T:
    return await (main() if callable(main) else main)


def _tried(action: Callable[[], T]) -> tuple[T | None, BaseException | None]:
    try:
        return action(), None
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        return None, error


def run(main: Callable[[], Awaitable[T]] | Awaitable[T], *, seed: int = 0) -> Outcome[T]:
    """Run `main` (a coroutine, or a function that makes one) as `asyncio.run` does, virtually.

    Seed 0 is asyncio's own order. Other seeds are kept for schedules and are refused until those
    exist. The makespan ends when `main` does; cleaning up afterwards is not counted. Errors are
    returned in the outcome, also `DeadlockError`, `BusyWaitError` and `EndlessError`;
    KeyboardInterrupt is raised.
    """
    if seed != 0:
        raise ValueError("Only seed 0, asyncio's own order, is available.")
    trace = Trace()
    with world(), asyncio.Runner(loop_factory=lambda: VirtualLoop(trace=trace)) as runner:
        loop = runner.get_loop()
        assert isinstance(loop, VirtualLoop)
        began = loop.time()
        value, error = _tried(lambda: runner.run(_awaited(main)))
        makespan = loop.time() - began
        blocked = tuple(loop.crew.blocked)
        loop.trace = None  # what asyncio does to clean up is not the program's
        if isinstance(error, StallError):
            loop.crew.close()  # threads wait as the tasks do, and asyncio would wait for them
        _, late_error = _tried(runner.close)
    return Outcome(value, error or late_error, makespan, trace, blocked)
