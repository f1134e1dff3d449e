"""The log says who asked what when, as plain data."""

from __future__ import annotations

import asyncio
import sys

from grader.json_line import from_json, to_json
from grader.lab.clock import START_SECONDS
from grader.lab.http import Http
from grader.run import Exchange, Where

URL = "https://api.example/a"


async def test_a_request_is_recorded_with_all_its_times(http, fetch):
    http.serve(URL, latency=1, chunks=[(2, b"x")])
    async with http.session() as session:
        await asyncio.sleep(0.5)
        async with session.get(URL) as response:
            line = sys._getframe().f_lineno - 1
            await response.read()
            await asyncio.sleep(4)
    (fact,) = http.facts(START_SECONDS, lambda where: Where("mine.py", where.line, "submission"))
    assert fact == Exchange(
        method="GET",
        url=URL,
        host="api.example",
        asked=0.5,
        sent=0.5,
        answered=1.5,
        ended=3.5,
        status=200,
        outcome="answered",
        released=True,
        where=Where("mine.py", line, "submission"),
    )
    assert from_json(to_json(fact), Exchange) == fact


async def test_a_request_made_by_a_task_knows_the_line_that_made_it(http):
    http.serve(URL)
    async with http.session() as session:
        task = asyncio.create_task(session.request("get", URL)._coro)
        line = sys._getframe().f_lineno - 1
        await task
    assert http.facts()[0].where == Where(__file__, line)


async def test_a_request_under_way_is_waiting(http, fetch):
    http.serve(URL, latency=2)
    async with http.session() as session:
        task = asyncio.create_task(fetch(session, URL))
        await asyncio.sleep(1)
        (fact,) = http.facts(START_SECONDS)
        assert (fact.outcome, fact.sent, fact.ended, fact.released) == ("waiting", 0, None, False)
        await task


async def test_leaving_changes_nothing_in_the_log():
    with Http() as http:
        http.serve(URL, chunks=[(2, b"x")])
        await http.session().get(URL)
        before = http.facts()
    assert http.facts() == before
    assert [entry.url for entry in http.unreleased()] == [URL]
    assert len(http.open_sessions()) == 1
    assert not before[0].released


async def test_times_are_rounded_to_the_microsecond(http, fetch):
    http.serve(URL, latency=0.1)
    async with http.session() as session:
        await fetch(session, URL)
        await fetch(session, URL)
    assert [fact.ended for fact in http.facts(START_SECONDS)] == [0.1, 0.2]


async def test_a_thousand_requests_leave_no_timers_behind(http, fetch):
    urls = http.serve_each("https://a.example/{}", [str(n) for n in range(1000)], latency=1)
    async with http.session() as session:
        await asyncio.gather(*(fetch(session, url) for url in urls))
    assert http.unreleased() == []
    assert all(entry.response is None for entry in http.exchanges)
