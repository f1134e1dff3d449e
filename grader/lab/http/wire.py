"""aioresponses with time: from `ClientSession._request` through all redirects to a response."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine
from typing import Any
from unittest.mock import patch

from aiohttp import ClientResponse, ClientSession, TooManyRedirects
from aioresponses import aioresponses
from aioresponses.core import RequestCall
from multidict import CIMultiDict
from yarl import URL

from grader.lab.http.ask import Ask, check, readable, upload
from grader.lab.http.hop import exchange, outcome
from grader.lab.http.innards import NOT_GIVEN, TotalTimeout, timeout_of
from grader.lab.http.log import Entry, Log
from grader.lab.http.places import Pools
from grader.lab.http.routes import Routes, Script
from grader.lab.where import caller

_SEE_OTHER = 303
_MOVED = (301, 302)
_REDIRECTS = (301, 302, 303, 307, 308)


class Wire(aioresponses):
    """aioresponses in which requests wait, bodies flow, timeouts and limits hold.

    Kept from aioresponses: patching, the closed session, base URL, session headers, parameters,
    uploads from async generators, `raise_for_status`. Not imitated, as there: trace configs,
    middlewares, proxies, websockets, and aiohttp's silent second try after a disconnect.
    """

    def __init__(self, routes: Routes, log: Log, pools: Pools) -> None:
        super().__init__()
        self._routes = routes
        self._log = log
        self._pools = pools
        # A plain function: aioresponses' mock would keep every session it ever saw.
        self.patcher: Any = patch.object(ClientSession, "_request", self._entrance())

    def _entrance(self) -> Any:
        def _request(
            session: ClientSession, method: str, url: Any, **kwargs: Any
        ) -> Coroutine[Any, Any, ClientResponse]:
            # Not `async`: the line that calls is known now, and no longer when a task runs this.
            where = caller(sys._getframe(1))
            request: Any = self._request_mock(session, method, url, where=where, **kwargs)
            request.__qualname__ = "ClientSession._request"  # as "never awaited" warnings call it
            return request  # type: ignore[no-any-return]

        return _request

    async def _request_mock(
        self, orig_self: ClientSession, method: str, url: Any, *args: Any, **kwargs: Any
    ) -> ClientResponse:
        where = kwargs.pop("where")
        timeout = timeout_of(orig_self, kwargs.pop("timeout", NOT_GIVEN))
        total = TotalTimeout(asyncio.get_running_loop(), timeout.total)
        ask = Ask(orig_self, timeout, total, where, method.upper(), CIMultiDict())
        try:
            with total.context:
                response: ClientResponse = await super()._request_mock(
                    orig_self, ask.method, readable(url), *args, ask=ask, **kwargs
                )
        except BaseException as error:
            total.end()
            _give_up(ask.entry, error)
            raise
        self._until_done_with(response, total)
        self._responses.clear()  # aioresponses keeps them all; the log knows which are open
        self.requests.clear()
        return response

    def _until_done_with(self, response: ClientResponse, total: TotalTimeout) -> None:
        if response.connection is None:
            total.end()
        else:
            response.connection.add_callback(total.end)

    def _build_request_call(self, *args: Any, **kwargs: Any) -> RequestCall:
        return RequestCall((), {})  # the log has it; here it would be a deep copy of every argument

    async def match(
        self, method: str, url: URL, allow_redirects: bool = True, **kwargs: Any
    ) -> ClientResponse:
        """Return the response to a request, after following redirects as aiohttp does."""
        ask: Ask = kwargs["ask"]
        ask.headers = CIMultiDict(kwargs.get("headers") or ())
        ask.body = upload(ask.session, kwargs.get("data"), kwargs.get("json"))
        history: list[ClientResponse] = []
        while True:
            response = await self._hop(ask, url)
            target = response.headers.get("Location")
            if response.status not in _REDIRECTS or target is None or not allow_redirects:
                break
            history.append(response)
            response.release()
            if len(history) >= kwargs.get("max_redirects", 10):
                raise TooManyRedirects(history[0].request_info, tuple(history))
            url = url.join(URL(target))
            if _becomes_get(response.status, ask.method):
                ask.method, ask.body = "GET", None
        response._history = tuple(history)
        return response

    async def _hop(self, ask: Ask, url: URL) -> ClientResponse:
        check(url)
        loop = asyncio.get_running_loop()
        script = self._routes.find(ask.method, url)
        entry = ask.entry = self._log.begin(_entry(ask, url, script, loop.time()))
        try:
            if script is None:
                await asyncio.sleep(0)  # failing takes a turn too, or a retry loop never yields
                raise self._routes.unknown(ask.method, url)
            assert ask.session.connector is not None  # a closed session was refused before
            places = self._pools.of(ask.session.connector)
            return await exchange(ask, entry, url, places, script)
        except BaseException as error:
            entry.fail(outcome(error))
            entry.end(loop.time(), released=True)
            raise


def _entry(ask: Ask, url: URL, script: Script | None, now: float) -> Entry:
    # The address as it was served, so that it is found again by what `serve` returned.
    address = str(url) if script is None else script.url
    headers = dict(ask.headers)
    return Entry(ask.method, address, url.host or "", now, ask.where, headers, ask.body)


def _becomes_get(status: int, method: str) -> bool:
    return (status == _SEE_OTHER and method != "HEAD") or (status in _MOVED and method == "POST")


def _give_up(entry: Entry | None, error: BaseException) -> None:
    if entry is None:
        return
    if isinstance(error, TimeoutError) and entry.outcome == "cancelled":
        entry.fail("timeout")  # aiohttp's total timeout is a cancellation on the way out
    if entry.response is not None:
        entry.response.close()  # `raise_for_status` was a function, and raised
