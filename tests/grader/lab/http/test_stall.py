"""A program that waits for HTTP for ever is told what it waits for."""

from __future__ import annotations

import math

import aiohttp

from grader.lab import DeadlockError, run
from grader.lab.http import Http

FOR_EVER = aiohttp.ClientTimeout(total=None, sock_read=None)


def stood(main):
    """Return what the first task of a deadlock waits for, and why it does not come."""
    error = run(main).error
    assert isinstance(error, DeadlockError), error
    first = error.waiting[0]
    assert first.where is not None
    assert first.where.path == __file__
    return first.what, first.why


def test_a_response_that_never_comes_is_named():
    async def main():
        with Http() as http:
            url = http.serve("https://a.example/x", latency=math.inf)
            async with http.session(timeout=FOR_EVER) as session:
                await session.get(url)

    assert stood(main) == ("the response to GET https://a.example/x", "it never comes")


def test_a_connection_that_nobody_gives_back_is_named():
    async def main():
        with Http() as http:
            url = http.serve("https://a.example/x", body=b"x")
            connector = aiohttp.TCPConnector(limit=1)
            async with http.session(connector=connector, timeout=FOR_EVER) as session:
                kept = await session.get(url)
                await session.get(url)
                kept.release()

    assert stood(main) == ("a free connection", "nobody gives one back")
