"""Runners side by side: answers in, verdicts out in order, with every processor at work."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType

from grader.catalog import Course, Kata
from grader.runner import Runner
from grader.verdict import Verdict

MOST = 8  # each is two processes with all that judging needs in memory


def processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


class Benches:
    """Judges answers, `count` at a time. Use as a context manager; processes start when needed.

    A verdict hangs on nothing but the answer, so it is the same on whichever bench.
    """

    def __init__(self, course: Course, katas: Sequence[Kata], count: int | None = None) -> None:
        count = min(processors(), MOST) if count is None else count
        self._runners = [Runner(course, katas) for _ in range(count)]
        self._idle: SimpleQueue[Runner] = SimpleQueue()
        self._open = ExitStack()

    def __enter__(self) -> Benches:
        for runner in self._runners:
            self._idle.put(self._open.enter_context(runner))
        # Entered last, so it is left first: no thread uses a runner that is being closed.
        self._pool = self._open.enter_context(ThreadPoolExecutor(len(self._runners)))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is not None:  # interrupted, or broken: nobody wants what is under way
            for runner in self._runners:
                runner.stop()
        self._pool.shutdown(cancel_futures=True)
        self._open.close()

    def judge_all(self, answers: Sequence[tuple[Kata, Path]]) -> Iterator[Verdict]:
        """Yield the verdict on each file, in order."""
        if len(self._runners) == 1:  # it runs the next answers while one is judged
            return self._runners[0].judge_all(answers)
        return self._pool.map(self._judge, answers)

    def _judge(self, answer: tuple[Kata, Path]) -> Verdict:
        runner = self._idle.get()
        try:
            return runner.judge(*answer)
        finally:
            self._idle.put(runner)
