"""Gates: real locks for which threads wait in virtual time."""

from __future__ import annotations

from collections import deque
from typing import Any, Protocol

from grader.lab.real.reality import new_lock


class Waiter(Protocol):
    """A thread of a crew, which wakes it."""

    crew: Any


class Gate:
    """A real lock and the threads that wait for it in virtual time."""

    __slots__ = ("__weakref__", "holder", "real", "waiters")

    def __init__(self) -> None:
        self.real = new_lock()
        self.holder: Any = None  # a note of who went through it last and did not open it again
        self.waiters: deque[Waiter] = deque()

    def release(self) -> None:
        """Open the lock; the thread that has waited longest gets in line for a turn."""
        self.holder = None  # before somebody else can take it
        self.real.release()
        if self.waiters:
            waiter = self.waiters.popleft()
            waiter.crew.wake(waiter)


class Passage:
    """One thread's way through a gate; as a context it stands in line there."""

    def __init__(self, gate: Gate, waiter: Waiter) -> None:
        self._gate = gate
        self._waiter = waiter

    def __call__(self) -> bool:
        """Try to pass; True if that worked, and the gate is closed again."""
        return self._gate.real.acquire(False)

    def is_free(self) -> bool:
        """Return True while nobody holds the gate."""
        return not self._gate.real.locked()

    def __enter__(self) -> None:
        self._gate.waiters.append(self._waiter)

    def __exit__(self, *_: object) -> None:
        if self._waiter in self._gate.waiters:
            self._gate.waiters.remove(self._waiter)
