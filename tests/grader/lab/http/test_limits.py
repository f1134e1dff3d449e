"""`TCPConnector(limit, limit_per_host)` holds, and a connection is held until its body is read."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

PATTERN = "https://a.example/{}"


def peak(facts):
    """Return the largest number of requests under way at once."""
    changes = [(fact.sent, 1) for fact in facts] + [(fact.ended, -1) for fact in facts]
    flying = highest = 0
    for _, change in sorted(changes):
        flying += change
        highest = max(highest, flying)
    return highest


async def test_a_limit_makes_requests_wait_in_the_order_they_came(http, now, fetch):
    names = [str(number) for number in range(9)]
    urls = http.serve_each(PATTERN, names, latency=5)
    async with http.session(connector=aiohttp.TCPConnector(limit=3)) as session:
        await asyncio.gather(*(fetch(session, url) for url in urls))
    facts = http.facts(1000.25)
    assert now() == 15
    assert peak(facts) == 3
    assert [fact.asked for fact in facts] == [0] * 9
    assert [fact.sent for fact in facts] == [0, 0, 0, 5, 5, 5, 10, 10, 10]


async def test_a_limit_per_host_lets_other_hosts_pass(http, fetch):
    one = http.serve_each("https://a.example/{}", ["1", "2"], latency=2)
    two = http.serve_each("https://b.example/{}", ["1", "2"], latency=1)
    connector = aiohttp.TCPConnector(limit=2, limit_per_host=1)
    async with http.session(connector=connector) as session:
        await asyncio.gather(*(fetch(session, url) for url in [*one, *two]))
    sent = {fact.url: fact.sent for fact in http.facts(1000.25)}
    assert [sent[url] for url in [*one, *two]] == [0, 2, 0, 1]


@pytest.mark.parametrize("count", [100, 101])
async def test_without_a_connector_the_limit_is_one_hundred(http, now, fetch, count):
    urls = http.serve_each(PATTERN, [str(number) for number in range(count)], latency=1)
    async with http.session() as session:
        await asyncio.gather(*(fetch(session, url) for url in urls))
    assert now() == (1 if count <= 100 else 2)


async def test_limit_zero_is_no_limit(http, now, fetch):
    urls = http.serve_each(PATTERN, [str(number) for number in range(150)], latency=1)
    async with http.session(connector=aiohttp.TCPConnector(limit=0)) as session:
        await asyncio.gather(*(fetch(session, url) for url in urls))
    assert now() == 1


async def test_a_slow_body_holds_its_connection(http, now, fetch):
    url = http.serve(PATTERN.format("x"), latency=1, chunks=[(2, b"a"), (2, b"b")])
    async with http.session(connector=aiohttp.TCPConnector(limit=1)) as session:
        await asyncio.gather(fetch(session, url), fetch(session, url))
    assert now() == 10


@pytest.mark.parametrize("way", ["read", "release", "close", "aexit", "status"])
async def test_a_connection_is_free_once_its_response_is_done_with(http, now, way):
    url = http.serve(PATTERN.format("x"), latency=1, status=500, body=b"x")
    async with http.session(connector=aiohttp.TCPConnector(limit=1)) as session:
        for _ in range(2):
            response = await session.get(url)
            assert not response.closed
            if way == "read":
                await response.read()
            elif way == "aexit":
                async with response:
                    pass
            elif way == "status":
                with pytest.raises(aiohttp.ClientResponseError):
                    response.raise_for_status()
            else:
                getattr(response, way)()
            assert response.closed
    assert now() == 2


async def test_an_open_response_keeps_others_waiting(http):
    url = http.serve(PATTERN.format("x"), body=b"x")
    async with http.session(connector=aiohttp.TCPConnector(limit=1)) as session:
        response = await session.get(url)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(session.get(url), 1)
        assert [entry.url for entry in http.unreleased()] == [url]
        await response.read()
        (await session.get(url)).close()


@pytest.mark.parametrize("phase", ["queue", "latency", "body"])
async def test_a_cancelled_request_frees_its_place(http, now, fetch, phase):
    url = http.serve(PATTERN.format("x"), latency=2, chunks=[(2, b"x")])
    async with http.session(connector=aiohttp.TCPConnector(limit=1)) as session:
        if phase == "queue":
            busy = asyncio.create_task(fetch(session, url))
            await asyncio.sleep(0)
        task = asyncio.create_task(fetch(session, url))
        await asyncio.sleep(3 if phase == "body" else 1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        begun = now()
        if phase == "queue":
            await busy
        await fetch(session, url)
    assert now() == (8 if phase == "queue" else begun + 4)
    cancelled = [fact for fact in http.facts(1000.25) if fact.outcome == "cancelled"]
    assert [(fact.ended, fact.released) for fact in cancelled] == [(begun, True)]


async def test_a_place_given_to_a_task_that_is_cancelled_goes_on_to_the_next(http, now, fetch):
    url = http.serve(PATTERN.format("x"), latency=1)
    async with http.session(connector=aiohttp.TCPConnector(limit=1)) as session:
        first = await session.get(http.serve(PATTERN.format("y"), body=b"y"))
        second = asyncio.create_task(fetch(session, url))
        third = asyncio.create_task(fetch(session, url))
        await asyncio.sleep(1)
        first.release()  # second has the place from now on, but does not run before it is cancelled
        second.cancel()
        await third
        assert second.cancelled()
    assert now() == 2


async def test_two_sessions_on_one_connector_share_its_limit(http, now, fetch):
    url = http.serve(PATTERN.format("x"), latency=1)
    connector = aiohttp.TCPConnector(limit=1)
    shared = {"connector": connector, "connector_owner": False}
    async with http.session(**shared) as one, http.session(**shared) as two:
        await asyncio.gather(fetch(one, url), fetch(two, url))
    await connector.close()
    assert now() == 2


async def test_each_session_of_its_own_has_its_own_limit(http, now, fetch):
    url = http.serve(PATTERN.format("x"), latency=1)

    async def alone():
        async with http.session(connector=aiohttp.TCPConnector(limit=1)) as session:
            await fetch(session, url)

    await asyncio.gather(*(alone() for _ in range(20)))
    assert now() == 1
