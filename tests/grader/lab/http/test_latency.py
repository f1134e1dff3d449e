"""Requests take their declared time, on the loop's clock."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from grader.lab.http import Http

PATTERN = "https://img.example/{}.png"


async def test_an_answer_comes_after_its_latency(http, now):
    url = http.serve(PATTERN.format("a"), latency=1.25, body=b"A")
    async with http.session() as session, session.get(url) as response:
        assert now() == 1.25
        assert await response.read() == b"A"
    assert now() == 1.25


async def test_requests_overlap_when_the_program_does(http, now, fetch):
    urls = http.serve_each(PATTERN, ["a", "b", "c"], latency=[1, 0.75, 1.25])
    async with http.session() as session:
        bodies = await asyncio.gather(*(fetch(session, url) for url in urls))
    assert bodies == [b"a", b"b", b"c"]
    assert now() == 1.25


async def test_requests_one_after_another_take_the_sum(http, now, fetch):
    urls = http.serve_each(PATTERN, ["a", "b"], latency={"a": 1, "b": 2}, body=str.encode)
    async with http.session() as session:
        for url in urls:
            await fetch(session, url)
    assert now() == 3


async def test_without_latency_others_still_get_a_turn(http, fetch):
    url = http.serve(PATTERN.format("a"))
    turns = []

    async def other():
        turns.append("other")

    async with http.session() as session:
        task = asyncio.create_task(other())
        await fetch(session, url)
        turns.append("answer")
        await task
    assert turns == ["other", "answer"]


async def test_a_server_that_hangs_answers_never(http, now):
    url = http.serve(PATTERN.format("a"), hang=True)
    async with http.session() as session:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(4):
                await session.get(url)
    assert now() == 4


async def test_a_session_made_by_the_program_is_mocked_too(http, fetch):
    url = http.serve(PATTERN.format("a"), body=b"A")
    async with aiohttp.ClientSession() as session:
        assert await fetch(session, url) == b"A"
    assert http.open_sessions() == []


async def test_the_module_level_request_is_mocked_too(http, now):
    url = http.serve(PATTERN.format("a"), latency=1, body=b"A")
    async with aiohttp.request("GET", url) as response:
        assert await response.text() == "A"
    assert now() == 1
    assert http.open_sessions() == [] == http.unreleased()


def test_a_latency_for_each_name_is_demanded(http):
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        http.serve_each(PATTERN, ["a", "b"], latency=[1])


@pytest.mark.parametrize(
    "wrong", [{"latency": -1}, {"chunks": [(-1, b"")]}, {"body": b"x", "json": 1}]
)
def test_an_answer_that_cannot_be_is_refused(http, wrong):
    with pytest.raises(ValueError, match=r"zero or more|not several"):
        http.serve(PATTERN.format("a"), **wrong)


async def test_leaving_restores_aiohttp():
    names = ("_request", "__init__", "close")
    before = [vars(aiohttp.ClientSession)[name] for name in names]
    with Http():
        assert [vars(aiohttp.ClientSession)[name] for name in names] != before
    assert [vars(aiohttp.ClientSession)[name] for name in names] == before
