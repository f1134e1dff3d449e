"""`run`: a program in a world of its own, from start to end, under one schedule or several."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from grader.lab.crew.threads import MEMBERS, get_ident
from grader.lab.loop import VirtualLoop
from grader.lab.real.reality import PATIENCE_SECONDS
from grader.lab.schedule import SCHEDULES, Schedule, is_enough
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
    seed: int = 0
    orders: int = 1  # in how many ways it could have gone; 1: every seed gives the same

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


def run(
    main: Callable[[], Awaitable[T]] | Awaitable[T],
    *,
    seed: int = 0,
    explores: bool = False,
    patience: float = PATIENCE_SECONDS,
) -> Outcome[T]:
    """Run `main` (a coroutine, or a function that makes one) as `asyncio.run` does, virtually.

    Seed 0 is asyncio's own order; others decide otherwise what asyncio leaves open (`Schedule`).
    With `explores`, ready tasks change places too, which asyncio never does. The makespan ends when
    `main` does; cleaning up afterwards is not counted. Errors are returned in the outcome, also
    `DeadlockError`, `BusyWaitError` and `EndlessError`; KeyboardInterrupt is raised, and
    `ValueError` for a seed below 0. A thread that has been in a real call for `patience` real
    seconds no longer holds up the others; `StuckThreadError` where it is all there is to wait for.
    """
    trace, schedule = Trace(), Schedule(seed, explores=explores)

    def make_loop() -> VirtualLoop:
        return VirtualLoop(trace=trace, schedule=schedule, patience=patience)

    with world(), asyncio.Runner(loop_factory=make_loop) as runner:
        loop = runner.get_loop()
        assert isinstance(loop, VirtualLoop)
        began = loop.time()
        value, error = _tried(lambda: runner.run(_awaited(main)))
        makespan = loop.time() - began
        blocked = tuple(loop.crew.blocked)
        orders = schedule.orders
        loop.trace = None  # what asyncio does to clean up is not the program's
        if isinstance(error, StallError):
            loop.crew.close()  # threads wait as the tasks do, and asyncio would wait for them
        _, late_error = _tried(runner.close)
    return Outcome(value, error or late_error, makespan, trace, blocked, seed, orders)


def run_schedules(
    main: Callable[[], Awaitable[T]], *, schedules: int = SCHEDULES
) -> Iterator[Outcome[T]]:
    """Yield the outcome of `main` under seeds 0, 1, 2, ..., at most `schedules` of them.

    Ends sooner where nothing more is left open. `main` is a function that makes a fresh coroutine.
    The world stays installed until the last one is taken: it costs more than most programs do.
    """
    tried = orders = 0
    with world():
        while not is_enough(tried, max(orders, 1), schedules):
            outcome = run(main, seed=tried)
            tried, orders = tried + 1, max(orders, outcome.orders)
            yield outcome


def latency(low: float, high: float) -> float:
    """Return how many virtual seconds a mock takes: the schedule decides, within the bounds.

    `await asyncio.sleep(latency(0.5, 2))` is 0.5 s under seed 0, 2 s under seed 1, and something
    in between under all others. Raises `RuntimeError` outside virtual time and `ValueError` for
    bounds that are none.
    """
    member = MEMBERS.get(get_ident())
    if member is None:
        raise RuntimeError("latency() asks the schedule of a running virtual loop; none runs here.")
    return member.crew.schedule.latency(low, high)
