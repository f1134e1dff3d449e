"""Bodies arrive over time, whichever way they are read."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

URL = "https://files.example/big"
LINES = [(1, b"one\ntw"), (0.5, b"o\n"), (2, b"three\n")]


@pytest.fixture
def served(http):
    http.serve(URL, latency=1, chunks=LINES)
    return http


async def test_read_waits_for_the_last_chunk(served, now):
    async with served.session() as session, session.get(URL) as response:
        assert now() == 1
        assert await response.read() == b"one\ntwo\nthree\n"
        assert await response.text() == "one\ntwo\nthree\n"
    assert now() == 4.5


async def test_iter_any_yields_at_each_chunk(served, now):
    seen = []
    async with served.session() as session, session.get(URL) as response:
        async for data in response.content.iter_any():
            seen.append((now(), data))
    assert seen == [(2, b"one\ntw"), (2.5, b"o\n"), (4.5, b"three\n")]


async def test_iter_chunked_yields_at_most_n_bytes(served, now):
    seen = []
    async with served.session() as session, session.get(URL) as response:
        async for data in response.content.iter_chunked(4):
            seen.append((now(), data))
    assert seen == [(2, b"one\n"), (2, b"tw"), (2.5, b"o\n"), (4.5, b"thre"), (4.5, b"e\n")]


async def test_iter_chunks_keeps_the_bounds_of_the_sender(served, now):
    seen = []
    async with served.session() as session, session.get(URL) as response:
        async for data, end in response.content.iter_chunks():
            seen.append((now(), data, end))
    assert seen == [(2, b"one\ntw", True), (2.5, b"o\n", True), (4.5, b"three\n", True)]


async def test_lines_come_when_they_are_complete(served, now):
    seen = []
    async with served.session() as session, session.get(URL) as response:
        first = await response.content.readline()
        seen.append((now(), first))
        async for line in response.content:
            seen.append((now(), line))
    assert seen == [(2, b"one\n"), (2.5, b"two\n"), (4.5, b"three\n")]


async def test_readexactly_and_read_nowait_reach_the_end(served, now):
    async with served.session() as session, session.get(URL) as response:
        assert await response.content.readexactly(10) == b"one\ntwo\nth"
        assert response.content.read_nowait() == b"ree\n"
        assert response.closed
    assert now() == 4.5


async def test_json_is_read_as_aiohttp_does(http):
    url = http.serve(URL, json={"answer": [42]})
    text = http.serve(URL + ".txt", body="42")
    async with http.session() as session:
        async with session.get(url) as response:
            assert response.content_type == "application/json"
            assert await response.json() == {"answer": [42]}
        async with session.get(text) as response:
            with pytest.raises(aiohttp.ContentTypeError):
                await response.json()


async def test_a_large_body_comes_whole(http, fetch):
    url = http.serve(URL, body=b"x" * 1_000_000)
    async with http.session() as session:
        assert len(await fetch(session, url)) == 1_000_000


async def test_many_chunks_come_whole(http, now, fetch):
    url = http.serve(URL, chunks=[(0.125, b"x" * 100_000)] * 16)
    async with http.session() as session:
        assert len(await fetch(session, url)) == 1_600_000
    assert now() == 2


async def test_a_break_in_the_body_comes_out_where_it_is_read(http, now):
    url = http.serve(URL, chunks=[(1, b"a"), (1, aiohttp.ClientPayloadError("gone"))])
    async with http.session() as session, session.get(url) as response:
        assert await response.content.readany() == b"a"
        with pytest.raises(aiohttp.ClientPayloadError, match="gone"):
            await response.read()
    assert now() == 2
    assert [entry.released for entry in http.exchanges] == [True]


@pytest.mark.parametrize(("method", "status"), [("HEAD", 200), ("GET", 204), ("GET", 304)])
async def test_no_body_where_http_allows_none(http, method, status):
    http.serve(URL, method=method, status=status, body=b"ignored")
    async with http.session() as session, session.request(method, URL) as response:
        assert await response.read() == b""


async def test_after_release_nothing_more_is_read(served):
    async with served.session() as session:
        response = await session.get(URL)
        response.release()
        with pytest.raises(aiohttp.ClientConnectionError, match="Connection closed"):
            await response.read()


async def test_two_readers_at_once_are_refused_as_in_aiohttp(served):
    async with served.session() as session, session.get(URL) as response:
        first = asyncio.create_task(response.content.readany())
        await asyncio.sleep(0)
        with pytest.raises(RuntimeError, match="already waiting"):
            await response.content.readany()
        await first


async def test_a_read_that_was_cancelled_can_be_taken_up_again(served, now):
    async with served.session() as session, session.get(URL) as response:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(response.content.readany(), 0.5)
        assert [entry.outcome for entry in served.exchanges] == ["cancelled"]
        assert await response.read() == b"one\ntwo\nthree\n"
    assert now() == 4.5
    assert [entry.outcome for entry in served.exchanges] == ["answered"]
