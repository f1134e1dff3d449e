"""Places for connections: the limits of a connector, first come first served."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Hashable
from typing import Protocol
from weakref import WeakKeyDictionary

from aiohttp import BaseConnector


class Line(Protocol):
    """A connection in use."""

    def cut(self) -> None:
        """The connector was closed under it."""


class Places:
    """The connections of one connector. A limit of 0 is no limit, as in aiohttp."""

    def __init__(self, limit: int, per_host: int) -> None:
        self._limit = limit
        self._per_host = per_host
        self._taken: Counter[Hashable] = Counter()
        self._total = 0
        self._queue: deque[tuple[Hashable, asyncio.Future[None]]] = deque()
        self.lines: dict[Line, None] = {}  # in order, as sets are not

    async def take(self, host: Hashable, seconds: float | None) -> None:
        """Wait for a free place; raise TimeoutError when none is free within `seconds`.

        Whoever asked first goes first, past those whose own host is full. aiohttp keeps that order
        per host and picks the host by chance; without chance the same code gives the same times.
        """
        if self._has_room(host):
            self._occupy(host)
            return
        loop = asyncio.get_running_loop()
        turn = loop.create_future()
        self._queue.append((host, turn))
        alarm = loop.call_later(seconds, _late, turn) if seconds else None
        try:
            await turn
        except BaseException:
            self._leave_queue(host, turn)
            raise
        finally:
            if alarm is not None:
                alarm.cancel()

    def give_back(self, host: Hashable) -> None:
        """Free a place, and hand it on at once."""
        self._total -= 1
        self._taken[host] -= 1
        if not self._taken[host]:
            del self._taken[host]
        self._hand_on()

    def close(self) -> None:
        """Cut every connection; those who wait are cancelled, as aiohttp does."""
        for _, turn in self._queue:
            turn.cancel()
        for line in list(self.lines):
            line.cut()

    def _has_room(self, host: Hashable) -> bool:
        if self._limit and self._total >= self._limit:
            return False
        return not self._per_host or self._taken[host] < self._per_host

    def _occupy(self, host: Hashable) -> None:
        self._total += 1
        self._taken[host] += 1

    def _hand_on(self) -> None:
        for host, turn in self._queue:
            if not turn.done() and self._has_room(host):
                self._queue.remove((host, turn))
                self._occupy(host)
                turn.set_result(None)
                return
            if self._limit and self._total >= self._limit:
                return

    def _leave_queue(self, host: Hashable, turn: asyncio.Future[None]) -> None:
        if turn.done() and not turn.cancelled() and turn.exception() is None:
            self.give_back(host)  # cancelled between getting the place and waking up
        else:
            self._queue.remove((host, turn))


class Pools:
    """The places of every connector, kept by the connector itself: an `id()` is used again."""

    def __init__(self) -> None:
        self._places: WeakKeyDictionary[BaseConnector, Places] = WeakKeyDictionary()

    def of(self, connector: BaseConnector) -> Places:
        """Return the places of a connector."""
        places = self._places.get(connector)
        if places is None:
            places = Places(connector.limit or 0, connector.limit_per_host or 0)
            self._places[connector] = places
        return places


def _late(turn: asyncio.Future[None]) -> None:
    if not turn.done():
        turn.set_exception(TimeoutError())
