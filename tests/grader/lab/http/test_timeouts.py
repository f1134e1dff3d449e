"""`ClientTimeout` holds, to the exact virtual second, with the exceptions of aiohttp."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest
from aiohttp import ClientTimeout

from grader.lab.http import Answer, refused

URL = "https://slow.example/"
DRIP = [(1, b"a"), (3, b"b")]


@pytest.mark.parametrize("total", [0.5, 2, 7.5])  # aiohttp would round 7.5 up: ours is exact
async def test_total_of_the_session_ends_the_wait(http, ending, total):
    http.serve(URL, latency=60)
    async with http.session(timeout=ClientTimeout(total=total)) as session:
        end = await ending(session.get(URL))
    assert type(end.error) is TimeoutError
    assert end.at == total
    assert [(e.outcome, e.ended) for e in http.facts(1000.25)] == [("timeout", total)]


async def test_the_timeout_of_a_request_goes_before_the_session_s(http, ending):
    http.serve(URL, latency=3, body=b"x")
    async with http.session(timeout=ClientTimeout(total=1)) as session:
        assert (await ending(session.get(URL, timeout=ClientTimeout(total=2)))).at == 2
        late = await ending(session.get(URL, timeout=None))
        assert (late.at, late.error) == (5, None)
        late.value.close()


async def test_a_number_is_a_total(http, ending):
    http.serve(URL, latency=3)
    async with http.session() as session:
        assert (await ending(session.get(URL, timeout=2))).at == 2


async def test_the_default_is_five_minutes(http, ending):
    http.serve(URL, hang=True)
    async with http.session() as session:
        end = await ending(session.get(URL))
    assert isinstance(end.error, TimeoutError)
    assert end.at == 300


@pytest.mark.parametrize("read", ["read", "iter_any", "readline"])
async def test_total_covers_the_body(http, ending, read):
    http.serve(URL, latency=1, chunks=DRIP)

    async def download():
        async with session.get(URL) as response:
            if read == "read":
                return await response.read()
            if read == "readline":
                return await response.content.readline()
            return [data async for data in response.content.iter_any()]

    async with http.session(timeout=ClientTimeout(total=4)) as session:
        end = await ending(download())
    assert isinstance(end.error, TimeoutError)
    assert end.at == 4
    fact = http.facts(1000.25)[0]
    assert (fact.outcome, fact.status, fact.ended, fact.released) == ("timeout", 200, 4, True)


async def test_total_does_not_strike_after_the_end(http, now, fetch):
    http.serve(URL, latency=1, body=b"x")
    async with http.session(timeout=ClientTimeout(total=2)) as session:
        await fetch(session, URL)
        await asyncio.sleep(5)
    assert now() == 6


async def test_sock_read_covers_the_wait_for_headers(http, ending):
    http.serve(URL, latency=3)
    async with http.session(timeout=ClientTimeout(sock_read=2)) as session:
        end = await ending(session.get(URL))
    assert type(end.error) is aiohttp.SocketTimeoutError
    assert isinstance(end.error, aiohttp.ServerTimeoutError)
    assert end.at == 2


async def test_sock_read_is_the_longest_silence_not_the_sum(http, ending, fetch):
    http.script(URL, Answer(latency=2, chunks=[(2, b"a"), (2, b"b")]), Answer(chunks=DRIP))
    async with http.session(timeout=ClientTimeout(sock_read=2)) as session:
        assert (await ending(fetch(session, URL))).value == b"ab"
        end = await ending(fetch(session, URL))
    assert type(end.error) is aiohttp.SocketTimeoutError
    assert end.at == 6 + 1 + 2


async def test_connect_counts_the_wait_for_a_free_connection(http, ending, fetch):
    http.serve(URL, latency=5, body=b"x")
    limits = {"connector": aiohttp.TCPConnector(limit=1), "timeout": ClientTimeout(connect=2)}
    async with http.session(**limits) as session:
        first, second = await asyncio.gather(
            ending(fetch(session, URL)), ending(fetch(session, URL))
        )
    assert (first.at, first.value) == (5, b"x")
    assert type(second.error) is aiohttp.ConnectionTimeoutError
    assert second.at == 2
    assert [(e.outcome, e.sent) for e in http.facts(1000.25)] == [
        ("answered", 0),
        ("timeout", None),
    ]


@pytest.mark.parametrize("which", ["connect", "sock_connect"])
async def test_the_latency_of_a_refusal_is_spent_on_connecting(http, ending, which):
    http.serve(URL, latency=5, error=refused(URL))
    async with http.session() as session:
        end = await ending(session.get(URL, timeout=ClientTimeout(**{which: 2})))
        assert type(end.error) is aiohttp.ConnectionTimeoutError
        assert end.at == 2
        end = await ending(session.get(URL, timeout=ClientTimeout(sock_read=2)))
        assert type(end.error) is aiohttp.ClientConnectorError
        assert end.at == 7


async def test_connecting_times_do_not_limit_a_slow_answer(http, ending):
    http.serve(URL, latency=5)
    async with http.session(timeout=ClientTimeout(connect=1, sock_connect=1)) as session:
        assert (await ending(session.get(URL))).error is None


async def test_zero_is_no_timeout_as_in_aiohttp(http, ending):
    http.serve(URL, latency=5)
    timeout = ClientTimeout(total=0, connect=0, sock_connect=0, sock_read=0)
    async with http.session(timeout=timeout) as session:
        assert (await ending(session.get(URL))).error is None


async def test_a_timeout_does_not_swallow_a_cancellation(http):
    http.serve(URL, latency=5)
    async with http.session(timeout=ClientTimeout(total=3)) as session:
        task = asyncio.create_task(session.get(URL))
        await asyncio.sleep(2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert [e.outcome for e in http.exchanges] == ["cancelled"]


async def test_total_covers_all_hops_of_a_redirect(http, ending):
    http.serve(URL, latency=1, status=302, headers={"Location": "/there"})
    http.serve(URL + "there", latency=2)
    async with http.session(timeout=ClientTimeout(total=2)) as session:
        end = await ending(session.get(URL))
    assert (end.at, type(end.error)) == (2, TimeoutError)
    assert [entry.outcome for entry in http.exchanges] == ["answered", "timeout"]
