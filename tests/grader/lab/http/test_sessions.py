"""Sessions and responses that nobody closed are noticed, quietly."""

from __future__ import annotations

import asyncio
import gc
import sys

import aiohttp
import pytest

from grader.lab.http import Http
from grader.run import Leftover, Where

URL = "https://api.example/"


async def test_an_unclosed_session_is_noticed_with_its_line(http):
    session = aiohttp.ClientSession()
    line = sys._getframe().f_lineno - 1
    (made,) = http.open_sessions()
    assert made.session is session
    assert made.where == Where(__file__, line)
    assert http.leftovers() == (Leftover("session", "ClientSession", made.where),)
    await session.close()
    assert http.open_sessions() == []
    assert [made.session for made in http.sessions] == [session]


@pytest.mark.parametrize("name", ["session", "response"])
async def test_what_was_left_open_makes_no_noise(name):
    complaints = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
    with Http() as http:
        http.serve(URL, body=b"x")
        session = http.session()
        await session.get(URL)
        if name == "response":
            await session.close()
    assert [made.session.closed for made in http.open_sessions()] == [True] * (name == "session")
    del session, http
    gc.collect()
    assert complaints == []


async def test_an_unread_response_is_noticed_with_the_line_that_asked(http):
    http.serve(URL, body=b"x")
    async with http.session() as session:
        response = await session.get(URL)
        line = Where(__file__, sys._getframe().f_lineno - 1)
        (entry,) = http.unreleased()
        assert entry.response is response
        assert http.leftovers()[0] == Leftover("response", URL, line)
        suite = Where("suite", 1, "suite")
        assert http.leftovers(lambda _: suite) == ()


async def test_a_response_that_the_session_took_down_was_not_released(http):
    http.serve(URL, latency=1, body=b"x")
    async with http.session() as session:
        response = await session.get(URL)
    assert await response.read() == b"x"  # it had arrived, as in aiohttp
    assert http.unreleased() == []
    fact = http.facts(1000.25)[0]
    assert (fact.released, fact.ended) == (False, 1)


async def test_an_empty_body_leaves_nothing_to_release(http):
    http.serve(URL)
    async with http.session() as session:
        response = await session.get(URL)
        assert response.closed
    assert http.unreleased() == []


async def test_a_closed_session_refuses_requests(http):
    http.serve(URL)
    session = http.session()
    await session.close()
    with pytest.raises(RuntimeError, match="Session is closed"):
        await session.get(URL)
    assert http.exchanges == []


async def test_closing_the_session_fails_the_request_that_waits(http, ending):
    http.serve(URL, latency=5)
    session = http.session(connector=aiohttp.TCPConnector(limit=1))
    waiting = asyncio.create_task(ending(session.get(URL)))
    queued = asyncio.create_task(ending(session.get(URL)))
    await asyncio.sleep(1)
    await session.close()
    end = await waiting
    assert (end.at, type(end.error)) == (1, aiohttp.ClientConnectionError)
    assert type((await queued).error) is asyncio.CancelledError  # aiohttp does that
    assert [entry.ended for entry in http.facts(1000.25)] == [1, 1]


async def test_closing_the_session_leaves_the_reader_of_a_body_to_its_timeout(http, ending, fetch):
    http.serve(URL, chunks=[(5, b"x")])
    session = http.session(timeout=aiohttp.ClientTimeout(total=3))
    reading = asyncio.create_task(ending(fetch(session, URL)))
    await asyncio.sleep(1)
    await session.close()
    end = await reading
    assert (end.at, type(end.error)) == (3, TimeoutError)


async def test_a_request_nobody_awaits_is_named_as_aiohttp_names_it(http):
    session = http.session()
    with pytest.warns(RuntimeWarning, match=r"'ClientSession._request' was never awaited"):
        session.get(URL)
        gc.collect()
    await session.close()
    assert http.exchanges == []
