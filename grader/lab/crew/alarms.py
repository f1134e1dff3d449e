"""Alarms: when the sleeping threads of a crew wake."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from math import inf
from typing import Generic, Protocol, TypeVar


class Sleeper(Protocol):
    """Somebody who sets alarms; each wait has a number, so that stale ones show."""

    wait_number: int


S = TypeVar("S", bound=Sleeper)


class Alarms(Generic[S]):
    """A heap of alarms. Equal times ring in the order of setting."""

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, int, S]] = []
        self._count = 0

    def next(self) -> float:
        """Return when the next one rings; infinity when none is set."""
        heap = self._heap
        while heap and heap[0][2] != heap[0][3].wait_number:
            heapq.heappop(heap)
        return heap[0][0] if heap else inf

    def due(self, now: float) -> Iterator[S]:
        """Yield, once, everybody whose alarm is due."""
        while self.next() <= now:
            yield heapq.heappop(self._heap)[3]

    def set(self, when: float, sleeper: S) -> None:
        """Let it ring at `when`, unless the sleeper's wait is over before."""
        if when < inf:
            self._count += 1
            heapq.heappush(self._heap, (when, self._count, sleeper.wait_number, sleeper))
