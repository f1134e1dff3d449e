"""The loop's timers: they fire by deadline, equal deadlines in the order of making."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextvars import Context, copy_context
from heapq import heapify, heappop
from math import inf
from typing import Any

_PURGE_FROM = 100  # cancelled timers are swept once there are this many and they are the majority


class Soon(asyncio.Handle):
    """A handle that is quick to make: each step of each task takes one."""

    __slots__ = ()

    def __init__(
        self,
        callback: Callable[..., object],
        args: tuple[Any, ...],
        loop: Any,
        context: Context | None,
    ) -> None:
        self._context = copy_context() if context is None else context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False
        self._repr = None
        self._source_traceback = None


class Timer(asyncio.TimerHandle):
    """A timer handle that is quick to make and to cancel; `asyncio.sleep` does both, fired or not.

    It does what its base does in three calls each, less the notes for debug mode, where the loop
    uses the base class itself.
    """

    __slots__ = ()

    def __init__(
        self,
        when: float,
        callback: Callable[..., object],
        args: tuple[Any, ...],
        loop: Any,
        context: Context | None,
    ) -> None:
        self._context = copy_context() if context is None else context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False
        self._repr = None
        self._source_traceback = None
        self._when = when
        self._scheduled = True  # nobody makes a timer without scheduling it

    def cancel(self) -> None:
        """Never call back; harmless when the timer has fired or was cancelled before."""
        if not self._cancelled:
            if self._scheduled:
                self._loop._timer_handle_cancelled(self)
            self._cancelled = True
            self._callback = self._args = None  # type: ignore[assignment]  # as the base does


class Timers:
    """A heap of timers. Their ranks settle ties, which CPython's own heap leaves to luck."""

    def __init__(self) -> None:
        self.heap: list[tuple[float, int, asyncio.TimerHandle]] = []
        self.cancelled = 0  # timers in the heap that will not fire

    def __len__(self) -> int:
        return len(self.heap)

    def count_cancelled(self, handle: asyncio.TimerHandle) -> None:
        """Count a timer that is about to be cancelled; sweep when most are."""
        if not handle._scheduled:
            return  # it has fired already
        self.cancelled += 1
        if self.cancelled > _PURGE_FROM and 2 * self.cancelled > len(self.heap):
            # In place: the loop holds on to this very list.
            self.heap[:] = [
                item for item in self.heap if not item[2]._cancelled and item[2] is not handle
            ]
            heapify(self.heap)
            self.cancelled = 0

    def next_deadline(self) -> float:
        """Return when the next timer fires; infinity when there is none."""
        heap = self.heap
        while heap:
            when, _, handle = heap[0]
            if not handle._cancelled:
                return when
            heappop(heap)
            handle._scheduled = False
            self.cancelled -= 1
        return inf
