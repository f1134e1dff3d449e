"""Latencies within bounds: the schedule of the run decides, for each request anew."""

from __future__ import annotations

import asyncio

import pytest

from grader.lab import Outcome, run
from grader.lab.http import Answer, Http

URL = "https://img.example/a.png"
STEPS = {1 + step / 8 for step in range(9)}  # what a schedule can make of (1, 2)


def durations(seed: int, count: int = 1, **declared: object) -> list[float]:
    """Return how long each of `count` requests took, one after another, body included."""

    async def main() -> list[float]:
        now, taken = asyncio.get_running_loop().time, []
        with Http() as http:
            http.serve(URL, **declared)  # type: ignore[arg-type]
            async with http.session() as session:
                for _ in range(count):
                    began = now()
                    async with session.get(URL) as response:
                        await response.read()
                    taken.append(now() - began)
        return taken

    outcome: Outcome[list[float]] = run(main, seed=seed)
    return outcome.result()


def test_seed_0_takes_the_lower_bound_and_seed_1_the_upper() -> None:
    assert durations(0, 3, latency=(1, 2)) == [1, 1, 1]
    assert durations(1, 3, latency=(1, 2)) == [2, 2, 2]


def test_other_seeds_decide_for_each_request_anew() -> None:
    taken = durations(2, 40, latency=(1, 2))
    assert set(taken) <= STEPS
    assert len(set(taken)) > 4
    assert taken == durations(2, 40, latency=(1, 2))


def test_bounds_that_meet_are_a_number() -> None:
    assert durations(5, 2, latency=(1.5, 1.5)) == [1.5, 1.5]


def test_chunks_have_bounds_of_their_own() -> None:
    chunks = [((1, 2), b"a"), (0.5, b"b"), ((0, 1), b"c")]
    assert durations(0, chunks=chunks) == [1.5]
    assert durations(1, chunks=chunks) == [3.5]
    assert len({durations(seed, chunks=chunks)[0] for seed in range(2, 20)}) > 4


def test_bounds_for_each_of_several_addresses() -> None:
    async def main() -> list[float]:
        now = asyncio.get_running_loop().time
        began, ended = now(), []
        with Http() as http:
            pattern = "https://img.example/{}"
            urls = http.serve_each(pattern, ["a", "b"], latency=[(1, 2), 0.5])
            urls += http.serve_each(pattern, ["c", "d"], latency=(3, 4))
            urls += http.serve_each(pattern, ["e"], latency={"e": (5, 6)})
            async with http.session() as session:
                for url in urls:
                    async with session.get(url):
                        ended.append(now() - began)
                        began = now()
        return ended

    assert run(main).result() == [1, 0.5, 3, 3, 5]
    assert run(main, seed=1).result() == [2, 0.5, 4, 4, 6]


def test_an_answer_may_come_before_or_after_a_timeout() -> None:
    async def main() -> str:
        with Http() as http:
            http.serve(URL, latency=(1, 3), body=b"in time")
            async with http.session() as session:
                try:
                    async with asyncio.timeout(2), session.get(URL) as response:
                        return (await response.read()).decode()
                except TimeoutError:
                    return "too late"

    assert {run(main, seed=seed).result() for seed in range(10)} == {"in time", "too late"}


def test_a_run_knows_that_bounds_leave_something_open() -> None:
    async def main() -> None:
        with Http() as http:
            http.serve(URL, latency=(1, 2))
            async with http.session() as session, session.get(URL):
                pass

    assert run(main).orders == 9


@pytest.mark.parametrize(
    "wrong", [-1, float("nan"), (2, 1), (-1, 1), (1,), (1, 2, 3), (0, float("inf"))]
)
def test_what_is_no_latency_is_refused_when_it_is_declared(wrong: float) -> None:
    with pytest.raises(ValueError, match="zero or more, not"):
        Answer(latency=wrong)
    with pytest.raises(ValueError, match="zero or more, not"):
        Answer(chunks=[(wrong, b"a")])
