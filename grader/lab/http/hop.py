"""One request and its answer: wait for a place, for the server, and open the body."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from aiohttp import (
    ClientConnectorError,
    ClientResponse,
    ClientTimeout,
    ConnectionTimeoutError,
    RequestInfo,
    SocketTimeoutError,
)
from multidict import CIMultiDictProxy
from yarl import URL

from grader.lab.http.answer import Answer, Failure
from grader.lab.http.ask import Ask
from grader.lab.http.body import Body, Feed
from grader.lab.http.innards import open_response
from grader.lab.http.line import Connection
from grader.lab.http.log import Entry, Outcome
from grader.lab.http.places import Places
from grader.lab.http.routes import Script, UnknownUrlError


async def exchange(
    ask: Ask, entry: Entry, url: URL, places: Places, script: Script
) -> ClientResponse:
    """Return the response of the script's next answer; raise what the program is to see instead."""
    connection = await _connect(ask, entry, url, places)
    try:
        answer = script.take()
        await _wait_for(answer, ask.timeout, entry, connection, url)
        return _open(ask, entry, url, answer, connection)
    except BaseException:
        connection.close()
        raise


def outcome(error: BaseException) -> Outcome:
    """Return the word for a request that ended with `error` instead of an answer."""
    if isinstance(error, asyncio.CancelledError):
        return "cancelled"
    if isinstance(error, TimeoutError):
        return "timeout"
    return "unknown url" if isinstance(error, UnknownUrlError) else "refused"


async def _connect(ask: Ask, entry: Entry, url: URL, places: Places) -> Connection:
    host = (url.host, url.port, url.scheme)
    try:
        await places.take(host, ask.timeout.connect)
    except TimeoutError as error:
        raise ConnectionTimeoutError(f"Connection timeout to host {url}") from error
    entry.sent = asyncio.get_running_loop().time()
    return Connection(places, host, entry)


async def _wait_for(
    answer: Answer, timeout: ClientTimeout, entry: Entry, connection: Connection, url: URL
) -> None:
    if answer.error is not None and _is_about_connecting(answer.error):
        waited = asyncio.get_running_loop().time() - entry.asked
        limit = _left_for_connecting(timeout, waited)
        late: BaseException = ConnectionTimeoutError(f"Connection timeout to host {url}")
    else:
        limit = timeout.sock_read
        late = SocketTimeoutError("Timeout on reading data from socket")
    await connection.silence(answer.seconds(), limit, late)
    if answer.error is not None:
        raise _raisable(answer.error)


def _open(
    ask: Ask, entry: Entry, url: URL, answer: Answer, connection: Connection
) -> ClientResponse:
    loop = asyncio.get_running_loop()
    timer = ask.total.context
    body = Body(loop, timer)
    info = RequestInfo(url, entry.method, CIMultiDictProxy(ask.headers), url)
    response = open_response(ask.session, info, answer, body, connection, timer)
    entry.answer(loop.time(), answer.status, response)
    body.turned = entry.turn
    connection.feed = feed = Feed(body, loop, ask.timeout.sock_read)
    feed.begin(answer, entry.method)
    if body.at_eof():  # an empty body has been read when its headers have
        body.drained()
    return response


def _left_for_connecting(timeout: ClientTimeout, waited: float) -> float | None:
    # `connect` has run since the request was made, `sock_connect` starts with the attempt.
    limits = [timeout.sock_connect]
    if timeout.connect:
        limits.append(max(timeout.connect - waited, sys.float_info.min))
    return min((limit for limit in limits if limit), default=None)


def _is_about_connecting(error: Failure) -> bool:
    kind = error if isinstance(error, type) else type(error)
    return issubclass(kind, ClientConnectorError)


def _raisable(error: Failure) -> Any:
    # The same object each time, so that it can be recognised, without the traceback it had.
    return error() if isinstance(error, type) else error.with_traceback(None)
