"""One connection in use, from the moment its place is free until the place is given back."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Hashable

from aiohttp import ClientConnectionError

from grader.lab.http.body import Feed
from grader.lab.http.log import Entry
from grader.lab.http.places import Places


class Connection:
    """What a response holds and gives back, with the public methods of aiohttp's own."""

    protocol = None  # there is no socket behind it, ever
    transport = None

    def __init__(self, places: Places, host: Hashable, entry: Entry) -> None:
        """Take over a place that was just taken."""
        self._loop = asyncio.get_running_loop()
        self._places = places
        self._host = host
        self._entry = entry
        self._waiting: asyncio.Future[None] | None = None
        self._callbacks: list[Callable[[], object]] = []
        self.feed: Feed | None = None
        self.closed = False
        places.lines[self] = None

    async def silence(self, seconds: float, limit: float | None, late: BaseException) -> None:
        """Wait for the server; raise `late` when it needs longer than `limit` seconds.

        Takes at least one turn of the loop, as a real request does. An answer at the
        very limit is in time.
        """
        loop = self._loop
        self._waiting = waiting = loop.create_future()
        timer = None
        if limit and limit < seconds:
            timer = loop.call_later(limit, _fail, waiting, late)
        elif seconds < math.inf:
            timer = loop.call_later(seconds, _wake, waiting)
        try:
            await waiting
        finally:
            self._waiting = None
            if timer is not None:
                timer.cancel()

    def add_callback(self, callback: Callable[[], object]) -> None:
        """Call back when the connection is free again."""
        self._callbacks.append(callback)

    def release(self) -> None:
        """Give the place back."""
        self._end(released=True)

    def close(self) -> None:
        """Give the place back, the connection cannot be used again; for a mock that is the same."""
        self._end(released=True)

    def cut(self) -> None:
        """End it because the session was closed.

        Whoever waits for an answer is told. Whoever waits for more of a body is not told and waits
        for a timeout. aiohttp does both.
        """
        if self._waiting is not None:
            _fail(self._waiting, ClientConnectionError("Connector is closed."))
        self._end(released=False, callbacks=False)

    def _end(self, *, released: bool, callbacks: bool = True) -> None:
        if self.closed:
            return
        self.closed = True
        if self.feed is not None:
            self.feed.stop()
        del self._places.lines[self]
        self._places.give_back(self._host)
        self._entry.end(self._loop.time(), released=released)
        for callback in self._callbacks if callbacks else ():
            callback()


def _wake(waiting: asyncio.Future[None]) -> None:
    if not waiting.done():
        waiting.set_result(None)


def _fail(waiting: asyncio.Future[None], error: BaseException) -> None:
    if not waiting.done():
        waiting.set_exception(error)
