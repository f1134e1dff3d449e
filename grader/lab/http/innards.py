"""Everything that needs the inside of aiohttp, so that its next release breaks one file at most.

Tried with aiohttp 3.13.5 and 3.14.5. Used beyond the public surface: the constructor of
`ClientResponse` and the attributes that its `start()` sets, `_response_eof`, `TimeoutHandle`,
`ConnectionKey`, and `ClientSession._request`, which aioresponses patches as well.
"""

from __future__ import annotations

import asyncio
import errno
import inspect
import math
from typing import Any

from aiohttp import (
    ClientConnectorError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    HttpVersion11,
    RequestInfo,
    hdrs,
)
from aiohttp.client_reqrep import ConnectionKey
from aiohttp.helpers import TimeoutHandle, sentinel
from aiohttp.http import RESPONSES
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from grader.lab.http.answer import Answer
from grader.lab.http.body import Body
from grader.lab.http.line import Connection

NOT_GIVEN = sentinel  # aiohttp's own word for "no timeout argument"


class _NothingSent:
    output_size = 0


# The shim for aiohttp 3.14, whose ClientResponse asks for a `stream_writer`. aioresponses 0.7.9
# makes responses without one and fails (pnuckowski/aioresponses#289), so ours are made here. The
# condition may go when 3.13 is no longer supported; `open_response` stays: its loop is a real one.
_ASKS_FOR_WRITER = "stream_writer" in inspect.signature(ClientResponse.__init__).parameters
_SHIM: dict[str, Any] = {"stream_writer": _NothingSent()} if _ASKS_FOR_WRITER else {}


class TotalTimeout:
    """`ClientTimeout.total`, which covers the whole exchange, in aiohttp's own way of raising it.

    aiohttp rounds timeouts of 5 s and more up to whole seconds of the loop's clock, to save the
    machine some wake-ups. Here every timeout is exact: a program that waits 10 s is told 10 s.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, seconds: float | None) -> None:
        handle = TimeoutHandle(loop, seconds, ceil_threshold=math.inf)
        self._handle = handle
        self._timer = handle.start()
        self.context = handle.timer()

    def end(self) -> None:
        """Stop the clock: the exchange is over."""
        self._handle.close()
        if self._timer is not None:
            self._timer.cancel()


def timeout_of(session: ClientSession, asked: Any) -> ClientTimeout:
    """Return the timeouts of a request: its own, or the session's. A number is a total."""
    if asked is NOT_GIVEN:
        return session.timeout
    return asked if isinstance(asked, ClientTimeout) else ClientTimeout(total=asked)


def open_response(
    session: ClientSession,
    info: RequestInfo,
    answer: Answer,
    body: Body,
    connection: Connection,
    timer: Any,
) -> ClientResponse:
    """Return the response that aiohttp makes when these headers arrive, its body still to come."""
    response: ClientResponse = session._response_class(
        info.method,
        info.url,
        writer=None,
        continue100=None,
        timer=timer,
        request_info=info,
        traces=[],
        loop=asyncio.get_running_loop(),  # aioresponses gives a Mock
        session=session,
        **_SHIM,
    )
    headers = CIMultiDict(answer.header_fields())
    response._headers = CIMultiDictProxy(headers)
    response._raw_headers = tuple((name.encode(), text.encode()) for name, text in headers.items())
    response.version = HttpVersion11
    response.status = answer.status
    response.reason = RESPONSES.get(answer.status, ("",))[0]
    response.content = body
    response._closed = False
    response._connection = connection  # type: ignore[assignment]  # ours has the methods it uses
    body.drained = (
        response._response_eof
    )  # aiohttp's own end of a response: gives the connection back
    _keep_cookies(session, response)
    return response


def _keep_cookies(session: ClientSession, response: ClientResponse) -> None:
    cookies = response.headers.getall(hdrs.SET_COOKIE, ())
    if cookies:
        response._raw_cookie_headers = tuple(cookies)
        session.cookie_jar.update_cookies(response.cookies, response.url)


def refused(url: str) -> ClientConnectorError:
    """Return what aiohttp raises when nobody listens at the host of `url`."""
    target = URL(url)
    host, port = target.host or "", target.port
    key = ConnectionKey(host, port, target.scheme == "https", True, None, None, None)
    cause = ConnectionRefusedError(errno.ECONNREFUSED, f"Connect call failed ('{host}', {port})")
    return ClientConnectorError(key, cause)
