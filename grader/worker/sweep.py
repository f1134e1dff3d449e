"""The cancel sweep: one awaitable, cancelled at another of its suspension points in each run."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal

from grader.encoding import Ended
from grader.lab.waiting.holds import holders_of
from grader.lab.where import suspended_frames
from grader.run import Cut, Leftover, Where
from grader.worker.itinerary import Take
from grader.worker.props import attempt
from grader.worker.recorder import Recorder
from grader.worker.submission import PREFIX, place


class Sweep:
    """What a scenario gets as `sweep`: awaits one awaitable, and cancels it as the take says.

    A suspension point is a moment in which the awaitable waits and some task of the program has
    just made a step: whatever its children do, each state of them is one moment of its own. A take
    without a point only counts them. Nothing is cancelled while a task is about to begin, or news
    is on its way: a connection that a child has made and not yet handed over is lost by the best of
    programs.
    """

    def __init__(self, recorder: Recorder, take: Take) -> None:
        self._recorder = recorder
        self._take = take
        self._task: asyncio.Task[Any] | None = None
        self._cancels_clean_up = False
        self._seen = 0  # suspension points since the last cancel
        self._lent: list[tuple[asyncio.Lock | asyncio.Semaphore, int]] = []
        self.cut: Cut | None = None

    def kept(self) -> Iterator[Leftover]:
        """Yield what was lent and is not back."""
        for lock, before in self._lent:
            missing = before - _free(lock)
            noted = holders_of(lock)
            holds = noted.holds if noted else []
            lines = [place(hold.where) for hold in holds[-missing:]]
            for number in range(missing):
                where = lines[number] if number < len(lines) else None
                kind: Literal["lock", "permit"] = "permit"
                if isinstance(lock, asyncio.Lock):
                    kind = "lock"
                yield Leftover(kind, type(lock).__name__, where)

    @property
    def points(self) -> int:
        """How many points are worth a run: of the awaitable, or of its clean-up after a cancel."""
        return self._seen if self.cut is None or self._cancels_clean_up else 0

    async def __call__(
        self,
        awaitable: Awaitable[Any],
        *,
        again: bool = False,
        lends: Sequence[asyncio.Lock | asyncio.Semaphore] = (),
    ) -> Ended:
        """Await, be cancelled on the way, and tell how it ended, as `attempt` does.

        With `again`, every suspension point of the clean-up meets a second cancel, one per run.
        What is lent has to be back when the scenario ends. Raises `RuntimeError` when called twice
        in one scenario.
        """
        if self._task is not None:
            raise RuntimeError("A scenario sweeps one awaitable.")
        self._cancels_clean_up = again
        self._lent = [(lock, _free(lock)) for lock in lends]
        loop = self._recorder.loop
        task = self._task = loop.create_task(_awaited(awaitable))
        loop.watch_steps(self._after_step)
        try:
            ended = await attempt(self._recorder, task)
        finally:
            loop.watch_steps(None)
        self._note_end(ended)
        return ended

    def _after_step(self) -> None:
        task = self._task
        if task is None or task.done() or not self._recorder.loop.is_settled():
            return
        if inspect.getcoroutinestate(task.get_coro()) != inspect.CORO_SUSPENDED:  # type: ignore[arg-type]  # ours is one
            return
        self._seen += 1
        if self.cut is None and self._seen == self._take.point:
            self.cut = Cut(self._seen, self._recorder.now(), _learners_line(task))
        elif self.cut and not self.cut.second and self._seen == self._take.second:
            self.cut = replace(self.cut, second=self._seen, second_at=self._recorder.now())
        else:
            return
        self._seen = 0
        task.cancel()

    def _note_end(self, ended: Ended) -> None:
        if self.cut is None:
            return
        error = ended.error
        if error is None:
            outcome = "returned"
        else:
            outcome = "cancelled" if error.type == "CancelledError" else "raised"
        self.cut = replace(self.cut, outcome=outcome, error=error)  # type: ignore[arg-type]  # one of its literals


def _free(lock: asyncio.Lock | asyncio.Semaphore) -> int:
    """Return how often a lock can still be taken."""
    return int(not lock.locked()) if isinstance(lock, asyncio.Lock) else lock._value


async def _awaited(awaitable: Awaitable[Any]) -> Any:
    return await awaitable


def _learners_line(task: asyncio.Task[Any]) -> Where | None:
    """Return the innermost line of the learner's at which a task waits."""
    lines = [
        Where(frame.f_code.co_filename, frame.f_lineno)
        for frame in suspended_frames(task.get_coro())
        if frame.f_code.co_filename.startswith(PREFIX)
    ]
    return place(lines[-1]) if lines else None
