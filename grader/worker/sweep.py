"""The cancel sweep: one awaitable, cancelled at another of its suspension points in each run."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from typing import Any

from grader.encoding import Ended
from grader.lab.where import suspended_frames
from grader.run import Cut, Where
from grader.worker.itinerary import Take
from grader.worker.props import attempt
from grader.worker.recorder import Recorder
from grader.worker.submission import PREFIX, place


class Sweep:
    """What a scenario gets as `sweep`: awaits one awaitable, and cancels it as the take says.

    A suspension point is a moment in which the awaitable waits and some task of the program has
    just made a step: whatever its children do, each state of them is one moment of its own. A take
    without a point only counts them. Where what it waits for is already there, nothing is
    cancelled: such a cancel comes too late, and what it should do is left open before Python 3.12.
    """

    def __init__(self, recorder: Recorder, take: Take) -> None:
        self._recorder = recorder
        self._take = take
        self._task: asyncio.Task[Any] | None = None
        self._cancels_clean_up = False
        self._seen = 0  # suspension points since the last cancel
        self.cut: Cut | None = None

    @property
    def points(self) -> int:
        """How many points are worth a run: of the awaitable, or of its clean-up after a cancel."""
        return self._seen if self.cut is None or self._cancels_clean_up else 0

    async def __call__(self, awaitable: Awaitable[Any], *, again: bool = False) -> Ended:
        """Await, be cancelled on the way, and tell how it ended, as `attempt` does.

        With `again`, every suspension point of the clean-up meets a second cancel, one per run.
        Raises `RuntimeError` when called twice in one scenario.
        """
        if self._task is not None:
            raise RuntimeError("A scenario sweeps one awaitable.")
        self._cancels_clean_up = again
        loop = self._recorder.loop
        task = self._task = asyncio.ensure_future(awaitable)
        loop.watch_steps(self._after_step)
        try:
            ended = await attempt(self._recorder, task)
        finally:
            loop.watch_steps(None)
        self._note_end(ended)
        return ended

    def _after_step(self, _: asyncio.Task[Any]) -> None:
        task = self._task
        waits_for = getattr(task, "_fut_waiter", None)
        if task is None or task.done() or waits_for is None or waits_for.done():
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


def _learners_line(task: asyncio.Task[Any]) -> Where | None:
    """Return the innermost line of the learner's at which a task waits."""
    lines = [
        Where(frame.f_code.co_filename, frame.f_lineno)
        for frame in suspended_frames(task.get_coro())
        if frame.f_code.co_filename.startswith(PREFIX)
    ]
    return place(lines[-1]) if lines else None
