"""A response's body that arrives over time, and that knows when it has been read to its end."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Literal, TypeVar, cast

from aiohttp import SocketTimeoutError, StreamReader

from grader.lab.http.answer import Answer, Piece, decided

T = TypeVar("T")
LIMIT = 2**16  # bytes; aiohttp's own default, so that readline finds the same lines too long


class Wireless:
    """Stands where aiohttp's stream expects a socket protocol: nothing is ever sent too fast."""

    connected = True
    _reading_paused = False  # read by aiohttp 3.13

    def pause_reading(self) -> None:
        """Do nothing: what was declared arrives when it was declared to."""

    def resume_reading(self, resume_parser: bool = True) -> None:
        """Do nothing; the argument came with aiohttp 3.14."""


class Body(StreamReader):
    """aiohttp's own stream; all reading tells how it `turned` out, and `drained` about the end.

    In aiohttp a connection is free when the body has arrived, read or not. Here it is free when
    the body has been read: whether a response is forgotten must not depend on how fast it came.
    """

    drained: Callable[[], None]
    turned: Callable[[Literal["answered", "cancelled", "timeout"]], None]

    def __init__(self, loop: asyncio.AbstractEventLoop, timer: Any) -> None:
        self.line = Wireless()
        super().__init__(cast(Any, self.line), LIMIT, timer=timer, loop=loop)

    async def read(self, n: int = -1) -> bytes:
        """Read up to n bytes, or all."""
        return await self._watch(super().read(n))

    async def readany(self) -> bytes:
        """Read what has arrived."""
        return await self._watch(super().readany())

    async def readchunk(self) -> tuple[bytes, bool]:
        """Read a chunk as it was sent."""
        return await self._watch(super().readchunk())

    async def readuntil(self, separator: bytes = b"\n", **kwargs: Any) -> bytes:
        """Read up to a separator; `readline` ends here too."""
        return await self._watch(super().readuntil(separator, **kwargs))

    def read_nowait(self, n: int = -1) -> bytes:
        """Read what is there without waiting."""
        data = super().read_nowait(n)
        self._look()
        return data

    async def _watch(self, reading: Awaitable[T]) -> T:
        try:
            got = await reading
        except asyncio.CancelledError:
            self.turned("cancelled")
            raise
        except TimeoutError:
            self.turned("timeout")
            raise
        self._look()
        return got

    def _look(self) -> None:
        if self.at_eof():
            self.turned("answered")
            self.drained()


class Feed:
    """Feeds a body piece by piece. `gap`: the longest silence in seconds that a reader allows."""

    def __init__(self, body: Body, loop: asyncio.AbstractEventLoop, gap: float | None) -> None:
        self._body = body
        self._loop = loop
        self._gap = gap or math.inf
        self._pieces: Sequence[Piece] = ()
        self._next: asyncio.TimerHandle | None = None

    def begin(self, answer: Answer, method: str) -> None:
        """Give the body at once, or its pieces, each its seconds after the one before."""
        if not answer.has_body(method):
            self._body.feed_eof()
        elif answer.chunks is None:
            self._body.feed_data(answer.content())
            self._body.feed_eof()
        else:
            self._pieces = list(answer.chunks)
            self._body.begin_http_chunk_receiving()
            self._wait_for_next()

    def stop(self) -> None:
        """Give no more. A reader that waits is not told; one that comes later meets an error."""
        self._body.line.connected = False
        if self._next is not None:
            self._next.cancel()

    def _wait_for_next(self) -> None:
        if not self._pieces:
            self._body.feed_eof()
            return
        delay = decided(self._pieces[0][0])
        if delay > self._gap:
            self._next = self._loop.call_later(self._gap, self._fall_silent)
        elif delay < math.inf:
            self._next = self._loop.call_later(delay, self._give)

    def _give(self) -> None:
        (_, piece), *self._pieces = self._pieces
        if isinstance(piece, BaseException):
            self._body.set_exception(piece)
            return
        self._body.feed_data(piece)
        self._body.end_http_chunk_receiving()
        self._wait_for_next()

    def _fall_silent(self) -> None:
        self._body.set_exception(SocketTimeoutError("Timeout on reading data from socket"))
