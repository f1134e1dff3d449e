"""Servers that fail: scripts, refusals, unknown addresses."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from grader.lab.http import Answer, UnknownUrlError, refused

URL = "https://api.example/job"


async def statuses(session, count):
    found = []
    for _ in range(count):
        async with session.get(URL) as response:
            found.append(response.status)
    return found


async def test_a_script_is_followed_and_its_last_answer_repeats(http, now):
    http.script(URL, Answer(latency=1, status=503), Answer(status=503), Answer(latency=2))
    async with http.session() as session:
        assert await statuses(session, 4) == [503, 503, 200, 200]
    assert now() == 5


async def test_concurrent_requests_use_up_one_answer_each(http):
    http.script(URL, Answer(latency=1, body=b"1"), Answer(latency=1, body=b"2"))

    async def one():
        async with session.get(URL) as response:
            return await response.text()

    async with http.session() as session:
        assert await asyncio.gather(one(), one(), one()) == ["1", "2", "2"]


async def test_a_cancelled_request_has_used_its_answer(http, now):
    http.script(URL, Answer(hang=True), Answer(latency=1, body=b"ok"))
    async with http.session() as session:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(session.get(URL), 2)
        async with session.get(URL) as response:
            assert await response.read() == b"ok"
    assert now() == 3


async def test_a_request_that_never_left_has_used_nothing(http):
    http.script(URL, Answer(latency=4, status=503), Answer(status=200))
    async with http.session(connector=aiohttp.TCPConnector(limit=1)) as session:
        first = asyncio.create_task(statuses(session, 1))
        await asyncio.sleep(0)
        with pytest.raises(aiohttp.ConnectionTimeoutError):
            await session.get(URL, timeout=aiohttp.ClientTimeout(connect=1))
        assert await first == [503]
        assert await statuses(session, 1) == [200]


async def test_a_refusal_is_aiohttp_s_own(http, ending):
    http.serve(URL, latency=1, error=refused(URL))
    async with http.session() as session:
        end = await ending(session.get(URL))
    assert end.at == 1
    assert type(end.error) is aiohttp.ClientConnectorError
    assert isinstance(end.error.os_error, ConnectionRefusedError)
    assert (end.error.host, end.error.port) == ("api.example", 443)
    assert str(end.error).startswith("Cannot connect to host api.example:443")
    fact = http.facts(1000.25)[0]
    assert (fact.outcome, fact.status, fact.ended, fact.released) == ("refused", 0, 1, True)


async def test_a_host_that_swallows_connections_never_connects(http, ending):
    http.serve(URL, hang=True, error=refused(URL))
    async with http.session(timeout=aiohttp.ClientTimeout(sock_connect=3)) as session:
        end = await ending(session.get(URL))
    assert (end.at, type(end.error)) == (3, aiohttp.ConnectionTimeoutError)


@pytest.mark.parametrize("error", [aiohttp.ServerDisconnectedError, OSError("boom")])
async def test_a_declared_error_comes_out_itself(http, error):
    http.serve(URL, error=error)
    async with http.session() as session:
        for _ in range(2):
            with pytest.raises(OSError if isinstance(error, OSError) else error) as caught:
                await session.get(URL)
            assert caught.value is error or isinstance(error, type)


async def test_an_unknown_address_is_refused_by_name(http):
    near = http.serve_each("https://img.example/{}.png", ["cat", "dog"])
    async with http.session() as session:
        with pytest.raises(aiohttp.ClientConnectionError) as caught:
            await session.get("https://img.example/cat.jpg")
    assert type(caught.value) is UnknownUrlError
    assert str(caught.value).startswith("Nobody answers GET https://img.example/cat.jpg. Nearest")
    assert str(caught.value).index(near[0]) < str(caught.value).index(near[1])
    fact = http.facts(1000.25)[0]
    assert (fact.outcome, fact.url) == ("unknown url", "https://img.example/cat.jpg")
    assert (fact.asked, fact.sent, fact.answered, fact.ended) == (0, None, None, 0)


async def test_an_address_served_for_another_method_is_told(http):
    http.serve(URL, method="POST")
    async with http.session() as session:
        with pytest.raises(UnknownUrlError, match="served for POST only"):
            await session.get(URL)


async def test_with_nothing_served_the_refusal_says_so(http):
    async with http.session() as session:
        with pytest.raises(UnknownUrlError, match="Nothing is served at all"):
            await session.get(URL)


async def test_retrying_an_unknown_address_gives_others_a_turn(http):
    turns = []
    asyncio.get_running_loop().call_soon(turns.append, "other")
    async with http.session() as session:
        with pytest.raises(UnknownUrlError):
            await session.get(URL)
    assert turns == ["other"]


@pytest.mark.parametrize("url", ["relative/path", "/only/path"])
def test_only_whole_addresses_can_be_served(http, url):
    with pytest.raises(ValueError, match="not an absolute URL"):
        http.serve(url)


def test_a_script_needs_an_answer(http):
    with pytest.raises(ValueError, match="at least one answer"):
        http.script(URL)
