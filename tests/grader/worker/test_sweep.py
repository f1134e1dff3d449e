"""The cancel sweep: where it strikes, and what it notes."""

import textwrap

import pytest

from grader.job import Job
from grader.strip import public_names, scenario_names
from grader.worker.stage import perform

SCENARIO = """
import asyncio
from grader.suite import scenario

@scenario
async def swept(kata, sweep, note):
    {setup}
    ended = await sweep(kata.work({arguments}), again={again}, lends=[{lends}])
    note("ended", ended)
"""


def runs(submission, *, setup="pass", arguments="", again=False, lends=""):
    """Return all runs of the one scenario."""
    source = textwrap.dedent("import asyncio\n") + textwrap.dedent(submission)
    scenarios = SCENARIO.format(setup=setup, arguments=arguments, again=again, lends=lends)
    job = Job(
        "a/learner", "learner.py", source.encode(), scenarios,
        public_names(source, "learner.py"), scenario_names(scenarios),
    )  # fmt: skip
    record = perform(job)
    assert record.trouble is None, record.trouble
    assert [run.trouble for run in record.runs] == [None] * len(record.runs)
    return record.runs


def cuts(*arguments, **options):
    return [run.cut for run in runs(*arguments, **options) if run.cut]


def test_every_await_is_a_point_with_its_time_and_line():
    found = cuts("""
        async def work():
            await asyncio.sleep(1)
            await asyncio.sleep(0.5)
        """)
    assert [(cut.point, cut.at, cut.where.line, cut.outcome) for cut in found] == [
        (1, 0.0, 4, "cancelled"),
        (2, 1.0, 5, "cancelled"),
    ]


def test_a_turn_given_up_is_a_point():
    found = cuts("""
        async def work():
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        """)
    assert [cut.where.line for cut in found] == [4, 5]


def test_each_state_of_the_children_is_a_point_of_its_own():
    found = cuts("""
        async def work():
            await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2), asyncio.sleep(3))
        """)
    assert [cut.at for cut in found] == [0, 1, 2]


def test_a_thread_is_in_the_middle_of_its_work_when_the_cancel_strikes():
    found = runs("""
        import time
        async def work():
            await asyncio.to_thread(time.sleep, 1)
        """)
    cancelled = [run for run in found if run.cut]
    assert [(run.cut.at, run.cut.outcome) for run in cancelled] == [(0, "cancelled")]
    assert [left.kind for run in cancelled for left in run.leftovers] == ["thread"]


def test_no_cancel_strikes_while_a_thread_is_about_to_tell_its_news():
    found = cuts("""
        async def work():
            told = asyncio.get_running_loop().create_future()
            def tell():
                loop.call_soon_threadsafe(told.set_result, None)
            loop = asyncio.get_running_loop()
            await asyncio.gather(asyncio.sleep(1), asyncio.to_thread(tell), told)
        """)
    assert [cut.at for cut in found] == [0]


def test_the_first_run_cancels_nothing():
    first, *_ = runs("""
        async def work():
            await asyncio.sleep(1)
            return 7
        """)
    assert first.cut is None
    assert first.calls[0].outcome == "returned"


def test_what_never_waits_has_no_point():
    assert (
        cuts("""
        async def work():
            return 7
        """)
        == []
    )


@pytest.mark.parametrize(
    ("handler", "outcome"),
    [
        ("except asyncio.CancelledError: return 7", "returned"),
        ("except asyncio.CancelledError: raise ValueError('late')", "raised"),
        ("finally: pass", "cancelled"),
    ],
)
def test_what_comes_out_is_noted(handler, outcome):
    (cut,) = cuts(f"""
        async def work():
            try:
                await asyncio.sleep(1)
            {handler}
        """)
    assert cut.outcome == outcome
    assert (cut.error is not None) == (outcome != "returned")


CLEANS_UP = """
    async def work():
        try:
            await asyncio.sleep(1)
        finally:
            await asyncio.sleep(2)
            await asyncio.sleep(3)
    """


def test_a_second_cancel_strikes_at_each_point_of_the_clean_up():
    first = [cut for cut in cuts(CLEANS_UP, again=True) if cut.point == 1]
    assert [(cut.at, cut.second_at) for cut in first] == [(0, None), (0, 0), (0, 2)]


def test_a_second_cancel_comes_only_where_it_is_asked_for():
    assert all(cut.second_at is None for cut in cuts(CLEANS_UP))


def test_nothing_is_cancelled_while_a_child_has_not_begun():
    # A cancel before its first step would keep the child from closing anything.
    found = cuts("""
        async def work():
            for second in (1, 2):
                await asyncio.create_task(asyncio.sleep(second))
        """)
    assert [cut.at for cut in found] == [0, 1]


def test_nothing_is_cancelled_while_news_is_on_its_way():
    found = runs("""
        made = []

        async def connect():
            await asyncio.sleep(1)
            made.append("connection")
            return made

        async def work():
            connection = await asyncio.create_task(connect())
            try:
                await asyncio.sleep(1)
            finally:
                connection.pop()
                assert not made
        """)
    assert [run.cut.at for run in found if run.cut] == [0, 1]


def test_each_run_gets_the_module_as_new():
    first, second = runs("""
        import sys

        calls = []

        async def work():
            calls.append(1)
            assert sys.modules[__name__].calls is calls
            if len(calls) == 1:
                await asyncio.sleep(1)
        """)
    assert first.calls[0].outcome == "returned"
    assert second.cut.outcome == "cancelled"


LENDS = {"setup": "permits = asyncio.Semaphore(2)", "arguments": "permits", "lends": "permits"}


def test_a_permit_that_is_not_back_is_noted_with_the_line_that_took_it():
    found = runs(
        """
        async def work(permits):
            await permits.acquire()
            await asyncio.sleep(1)
            permits.release()
        """,
        **LENDS,
    )
    left = [run.leftovers for run in found]
    assert left[0] == ()
    assert [(one.kind, one.name, one.where.line) for one in left[1]] == [("permit", "Semaphore", 4)]


def test_a_lock_that_is_not_back_is_noted():
    found = runs(
        """
        async def work(lock):
            await lock.acquire()
            await asyncio.sleep(1)
            lock.release()
        """,
        setup="lock = asyncio.Lock()",
        arguments="lock",
        lends="lock",
    )
    assert [[one.kind for one in run.leftovers] for run in found] == [[], ["lock"]]


def test_what_is_given_back_is_no_leftover():
    found = runs(
        """
        async def work(permits):
            async with permits:
                await asyncio.sleep(1)
        """,
        **LENDS,
    )
    assert [run.leftovers for run in found] == [(), ()]
