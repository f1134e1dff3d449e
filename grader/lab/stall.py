"""The errors of a world that stands still or spins, each with those who wait, and their lines."""

from __future__ import annotations

from grader.lab.clock import START_SECONDS
from grader.run import Waiting, Where
from grader.waits import asking, picture


class StallError(RuntimeError):
    """The program cannot come to an end. `waiting` tells of each task where it waits, and for whom.

    `cycles` holds the names of those who wait for each other in a circle.
    """

    def __init__(
        self,
        message: str,
        waiting: tuple[Waiting, ...] = (),
        cycles: tuple[tuple[str, ...], ...] = (),
        where: Where | None = None,
    ) -> None:
        self.sentence = message
        self.waiting = waiting
        self.cycles = cycles
        self.where = where
        at = f" ({where})" if where else ""
        super().__init__("\n".join([message + at, *(f"  {line}" for line in self._lines())]))

    def _lines(self) -> list[str]:
        return picture(self.waiting, self.cycles, began=START_SECONDS)


class DeadlockError(StallError):
    """Raised when nothing is scheduled and nobody runs: every task waits, none can be woken."""


class ThreadDeadlockError(DeadlockError):
    """Raised on the loop's thread when it waits for a lock that no thread can release."""

    def __init__(
        self,
        where: Where | None,
        waiting: tuple[Waiting, ...] = (),
        cycles: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        super().__init__(
            "Deadlock: the loop's thread waits for a lock that no other thread can release.",
            waiting,
            cycles,
            where,
        )


class BusyWaitError(StallError):
    """Raised when the loop turns and turns at one virtual instant: a task asks again and again.

    `turns` is how often it turned; `why` of those in `waiting` is what to await instead.
    """

    def __init__(self, turns: int, waiting: tuple[Waiting, ...], where: Where | None) -> None:
        message = f"Busy wait: the loop turned {turns:,} times and no time passed."
        super().__init__(message, waiting, where=where)
        self.turns = turns

    def _lines(self) -> list[str]:
        return asking(self.waiting)


class EndlessError(StallError):
    """Raised when virtual time passes the limit of a world and the program still runs."""
