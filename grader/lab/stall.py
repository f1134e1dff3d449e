"""The errors of a world that stands still or spins, each naming the lines where tasks wait."""

from __future__ import annotations

from grader.run import Waiting, Where


def _line(item: Waiting) -> str:
    at = f" at {item.where}" if item.where else ""
    return f"  {item.task} waits for {item.what}{at}"


class StallError(RuntimeError):
    """The program cannot come to an end. `waiting` names each task and its line."""

    def __init__(
        self, message: str, waiting: tuple[Waiting, ...] = (), where: Where | None = None
    ) -> None:
        at = f" ({where})" if where else ""
        super().__init__("\n".join([message + at, *map(_line, waiting)]))
        self.sentence = message
        self.waiting = waiting
        self.where = where


class DeadlockError(StallError):
    """Raised when nothing is scheduled and nobody runs: every task waits, none can be woken."""


class ThreadDeadlockError(DeadlockError):
    """Raised on the loop's thread when it waits for a lock that no thread can release."""

    def __init__(self, where: Where | None) -> None:
        super().__init__(
            "Deadlock: the loop's thread waits for a lock that no other thread can release.",
            where=where,
        )


class BusyWaitError(StallError):
    """Raised when the loop turns and turns at one virtual instant: a task asks again and again."""


class EndlessError(StallError):
    """Raised when virtual time passes the limit of a world and the program still runs."""
