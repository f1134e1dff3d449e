"""The errors of a world that stands still or spins, each naming the lines where tasks wait."""

from __future__ import annotations

from grader.run import Waiting, Where


class StallError(RuntimeError):
    """The program cannot come to an end. `waiting` names each task and its line."""

    def __init__(
        self, message: str, waiting: tuple[Waiting, ...] = (), where: Where | None = None
    ) -> None:
        lines = [f"  {item.task} waits for {item.what} at {item.where}" for item in waiting]
        super().__init__("\n".join([message, *lines]))
        self.sentence = message
        self.waiting = waiting
        self.where = where


class DeadlockError(StallError):
    """Raised when nothing is scheduled and nobody runs: every task waits, and nobody can wake one."""


class ThreadDeadlockError(DeadlockError):
    """Raised on the loop's thread when it waits for a lock that no thread can release."""

    def __init__(self, where: Where | None) -> None:
        super().__init__(
            f"The loop's thread waits at {where} for a lock that no other thread can release.",
            where=where,
        )


class BusyWaitError(StallError):
    """Raised when the loop turns and turns at one virtual instant: a task asks again and again."""


class EndlessError(StallError):
    """Raised when virtual time passes the limit of a world and the program still runs."""
