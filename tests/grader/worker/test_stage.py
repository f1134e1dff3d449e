"""The worker records facts: who called what when, what was left, what blocked, what was lost."""

from __future__ import annotations

import re
import textwrap
import threading

import pytest

from grader.encoding import Ended, Thing, decode
from grader.job import Job
from grader.json_line import from_json, to_json
from grader.run import Run
from grader.strip import public_names, scenario_names
from grader.worker.stage import Stage, perform
from grader.worker.submission import NotLoaded, place


def run_of(submission: str, scenario: str) -> Run:
    """Perform one scenario with one submission, in this process."""
    return runs_of(submission, scenario)[0]


def runs_of(submission: str, scenario: str, explore: int = 0) -> tuple[Run, ...]:
    """Perform one scenario with one submission, under each order that is worth a run."""
    source = textwrap.dedent(submission)
    scenarios = "import asyncio, time\nfrom grader.suite import scenario\n" + textwrap.dedent(
        scenario
    )
    names = public_names(source, "learner.py")
    job = Job(
        "a/learner", "learner.py", source.encode(), scenarios, names, scenario_names(scenarios),
        explore=explore,
    )  # fmt: skip
    record = perform(job)
    assert record.trouble is None, record.trouble
    return record.runs


ONE_CALL = """
@scenario
async def played(kata, spy, draw, note, attempt, failure, beside):
    @spy
    async def fetch(key):
        await asyncio.sleep(1)
        return key
    return await kata.solve(fetch)
"""


def test_a_run_is_plain_data_that_survives_json():
    run = run_of(
        "async def solve(fetch): return [await fetch('a'), {1: b'x'}, (2.5, None)]", ONE_CALL
    )
    assert from_json(to_json(run), Run) == run
    assert decode(run.value) == ["a", {1: b"x"}, (2.5, None)]
    assert run.makespan == 1


def test_an_error_of_the_experiments_keeps_no_generator_open():
    runs = runs_of(
        """
        import asyncio
        async def portions(fetch):
            yield "a"
            await asyncio.sleep(0)
        async def solve(fetch):
            return [await fetch(key) async for key in portions(fetch)]
        """,
        """
        @scenario
        async def played(kata, work, attempt, failure):
            return await attempt(kata.solve(work("fetch", fails=failure("boom"))))
        """,
    )
    assert [run.leftovers for run in runs] == [()] * len(runs)
    assert decode(runs[0].value).error.where.line == 7


def test_a_task_in_an_error_is_told_without_paths_and_callbacks_of_ours():
    run = run_of(
        """
        import asyncio
        async def solve(fetch):
            task = asyncio.create_task(fetch("a"))
            task.add_done_callback(print)
            await asyncio.sleep(0)
            asyncio.create_task(task)
        """,
        ONE_CALL,
    )
    assert run.error.message.startswith("a coroutine was expected, got <Task pending name='Task-")
    assert re.search(r"coro=<.+ running at [a-z_]+\.py:\d+>>$", run.error.message)


def test_calls_carry_their_times_arguments_and_lines():
    run = run_of(
        """
        import asyncio
        async def solve(fetch):
            made = fetch("a")
            await asyncio.sleep(0.5)
            return await made
        """,
        ONE_CALL,
    )
    (call,) = [call for call in run.calls if call.of == "spy"]
    assert (call.name, call.called, call.started, call.ended) == ("fetch", 0, 0.5, 1.5)
    assert (call.outcome, decode(call.value), call.thread) == ("returned", "a", "loop")
    assert str(call.where) == "learner.py:4"


def test_a_dropped_coroutine_is_noticed_with_its_line():
    run = run_of("async def solve(fetch):\n    fetch('a')\n    return 1\n", ONE_CALL)
    assert [(item.name, str(item.where)) for item in run.unawaited] == [("fetch", "learner.py:2")]


def test_a_task_that_is_cancelled_before_its_first_step_forgets_no_coroutine():
    run = run_of(
        """
        import asyncio
        async def solve(fetch):
            task = asyncio.create_task(fetch("a"))
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        """,
        ONE_CALL,
    )
    assert run.unawaited == ()
    assert [call.outcome for call in run.calls if call.of == "spy"] == ["not started"]


def test_a_coroutine_that_is_kept_but_never_run_is_noticed_too():
    run = run_of("kept = []\nasync def solve(fetch):\n    kept.append(fetch('a'))\n", ONE_CALL)
    assert [item.name for item in run.unawaited] == ["fetch"]


def test_a_returned_coroutine_object_is_named():
    run = run_of("async def solve(fetch):\n    return fetch('a')\n", ONE_CALL)
    assert decode(run.value) == Thing("coroutine object", "fetch")


def test_a_task_left_running_is_noticed_with_the_line_that_started_it():
    run = run_of(
        "import asyncio\nasync def solve(fetch):\n    asyncio.create_task(fetch('a'))\n", ONE_CALL
    )
    assert [(left.kind, left.name, str(left.where)) for left in run.leftovers] == [
        ("task", "fetch", "learner.py:3")
    ]


def test_a_task_that_needs_one_more_turn_to_end_is_not_left_over():
    run = run_of(
        """
        import asyncio
        async def solve(fetch):
            asyncio.create_task(asyncio.sleep(0))
        """,
        ONE_CALL,
    )
    assert run.leftovers == ()


@pytest.mark.parametrize(
    "thread", ["threading.Thread(target=time.sleep, args=(5,))", "threading.Timer(5, print)"]
)
def test_a_thread_left_running_is_noticed(thread):
    run = run_of(
        f"""
        import threading, time
        async def solve(fetch):
            {thread}.start()
        """,
        ONE_CALL,
    )
    assert [left.kind for left in run.leftovers] == ["thread"]


def test_an_async_generator_left_open_is_noticed():
    run = run_of(
        """
        kept = []
        async def numbers():
            yield 1
            yield 2
        async def solve(fetch):
            source = numbers()
            kept.append(source)
            return await anext(source)
        """,
        ONE_CALL,
    )
    assert [(left.kind, left.name) for left in run.leftovers] == [("async generator", "numbers")]


def test_an_async_generator_that_only_a_circle_holds_is_closed_in_time():
    run = run_of(
        """
        class Numbers:
            def __init__(self):
                self.source = self.numbers()
            async def numbers(self):
                try:
                    yield 1
                finally:
                    print("closed")
        async def solve(fetch):
            return await anext(Numbers().source)
        """,
        ONE_CALL,
    )
    assert run.leftovers == ()
    assert run.output == "closed\n"


def test_an_async_generator_that_only_a_given_error_holds_is_closed_in_time():
    run = run_of(
        """
        async def numbers():
            try:
                yield 1
            finally:
                print("closed")
        async def solve(fetch):
            source = numbers()
            async for number in source:
                await fetch(number)
        """,
        """
        @scenario
        async def call_fails(kata, attempt, failure, work):
            return await attempt(kata.solve(work("fetch", 1, fails=failure("no page"))))
        """,
    )
    assert run.leftovers == ()
    assert run.output == "closed\n"


def test_after_a_scenario_that_was_explored_everybody_gets_a_turn():
    submission = """
        import asyncio
        async def solve(fetch):
            tasks = [asyncio.create_task(asyncio.sleep(9)) for _ in range(9)]
            await asyncio.sleep(1)
            for task in tasks:
                task.cancel()
        """
    runs = runs_of(submission, ONE_CALL, explore=25)
    assert [run.leftovers for run in runs] == [()] * 26


def test_blocking_is_recorded_with_its_length_and_line():
    run = run_of("import time\nasync def solve(fetch):\n    time.sleep(2.5)\n", ONE_CALL)
    (block,) = run.blocked
    assert (block.at, block.seconds, block.what, str(block.where)) == (
        0, 2.5, "time.sleep", "learner.py:3",
    )  # fmt: skip


def test_an_error_nobody_looked_at_is_recorded():
    run = run_of(
        """
        import asyncio
        async def fails():
            raise KeyError("lost")
        async def solve(fetch):
            asyncio.create_task(fails())
            await asyncio.sleep(1)
        """,
        ONE_CALL,
    )
    (lost,) = run.lost_errors
    assert lost.error is not None
    assert lost.error.type == "KeyError"


def test_an_error_of_the_experiment_hides_no_other_one_behind_its_traceback():
    run = run_of(
        """
        import asyncio
        async def solve(fetch):
            tasks = [asyncio.create_task(fetch(key)) for key in "ab"]
            await asyncio.wait(tasks)
            for task in tasks:
                task.result()
        """,
        """
        @scenario
        async def played(kata, attempt, failure):
            async def fetch(key):
                raise failure(key)
            return await attempt(kata.solve(fetch))
        """,
    )
    assert [lost.error.message for lost in run.lost_errors if lost.error] == ["b"]


def test_a_gather_that_is_cancelled_and_left_is_no_lost_error():
    run = run_of(
        """
        import asyncio
        async def solve(fetch):
            asyncio.gather(fetch("a"), fetch("b")).cancel()
            await asyncio.sleep(1)
        """,
        ONE_CALL,
    )
    assert run.lost_errors == ()


def test_a_callback_that_asks_a_cancelled_task_for_its_error_loses_one():
    run = run_of(
        """
        import asyncio
        async def solve(fetch):
            task = asyncio.create_task(fetch("a"))
            task.add_done_callback(lambda task: task.exception())
            await asyncio.sleep(0)
            task.cancel()
            await asyncio.wait([task])
        """,
        ONE_CALL,
    )
    assert [lost.error.type for lost in run.lost_errors if lost.error] == ["CancelledError"]


def test_a_task_that_nobody_holds_is_lost_to_a_garbage_collection():
    run = run_of(
        """
        import asyncio
        async def waits():
            await asyncio.get_running_loop().create_future()
        async def solve(fetch):
            asyncio.create_task(waits())
            await fetch("a")
        """,
        """
        @scenario
        async def played(kata, note):
            import gc
            async def fetch(key):
                await asyncio.sleep(1)
                gc.collect()
                note("left", len(asyncio.all_tasks()))
            await kata.solve(fetch)
        """,
    )
    assert decode(run.notes[0].value) == 1
    assert [lost.message for lost in run.lost_errors] == ["Task was destroyed but it is pending!"]


def test_a_deadlock_names_the_line():
    run = run_of(
        "import asyncio\nasync def solve(fetch):\n    await asyncio.Event().wait()\n", ONE_CALL
    )
    assert run.trouble is not None
    assert run.trouble.kind == "deadlock"
    assert [str(item.where) for item in run.trouble.waiting] == ["learner.py:3"]


CROSSWISE = """
import asyncio
async def solve(fetch):
    first, second = asyncio.Lock(), asyncio.Lock()
    async def both(one, other):
        async with one:
            await fetch("a")
            async with other:
                pass
    await asyncio.gather(both(first, second), both(second, first))
"""


def test_a_deadlock_tells_the_circle_in_lines_and_times_of_the_learner():
    trouble = run_of(
        CROSSWISE,
        "import asyncio\n"
        + ONE_CALL.replace(
            "    return await kata", "    await asyncio.sleep(2)\n    return await kata"
        ),
    ).trouble
    assert trouble is not None
    (circle,) = trouble.cycles
    waits = {wait.task: wait for wait in trouble.waiting}
    by = [waits[name].by[0] for name in circle]
    assert [str(waits[name].where) for name in circle] == ["learner.py:8"] * 2
    assert [(party.name, str(party.where), party.since) for party in by] == [
        (circle[1], "learner.py:6", 2.0),
        (circle[0], "learner.py:6", 2.0),
    ]


def test_of_many_that_wait_those_in_a_circle_are_told_first():
    trouble = run_of(
        CROSSWISE.replace(
            "    await asyncio.gather(",
            "    await asyncio.gather(*(asyncio.Event().wait() for _ in range(50)), ",
        ),
        ONE_CALL,
    ).trouble
    assert trouble is not None
    assert len(trouble.waiting) == 20
    assert {name for names in trouble.cycles for name in names} == {"task 52", "task 53"}


def test_calls_that_stand_still_are_told_as_running():
    outcomes = [(call.name, call.outcome) for call in run_of(CROSSWISE, ONE_CALL).calls]
    assert outcomes == [("solve", "running"), ("fetch", "returned"), ("fetch", "returned")]


def test_a_wait_inside_what_the_suite_gave_names_the_line_that_called_it():
    trouble = run_of(
        "async def solve(fetch):\n    await fetch()\n",
        """
        @scenario
        async def played(kata, spy):
            @spy
            async def fetch():
                await asyncio.Event().wait()
            await kata.solve(fetch)
        """,
    ).trouble
    assert trouble is not None
    assert [str(wait.where) for wait in trouble.waiting] == ["learner.py:2"]


def test_a_task_left_behind_tells_what_it_waits_for_and_who_holds_it():
    run = run_of(
        """
        import asyncio
        async def solve(fetch):
            lock = asyncio.Lock()
            async def keep():
                async with lock:
                    await asyncio.sleep(9)
            async def want():
                await lock.acquire()
            async def hope():
                await asyncio.Event().wait()
            kept = [asyncio.create_task(each()) for each in (keep, want, hope)]
            await asyncio.sleep(1)
        """,
        ONE_CALL,
    )
    keep, want, hope = run.leftovers
    assert keep.wait is not None and want.wait is not None
    assert (keep.wait.what, str(keep.waiting)) == ("asyncio.sleep(9)", "learner.py:7")
    assert (want.wait.what, want.wait.why) == ("a Lock", "")
    # That nobody sets it is certain only where nothing can happen any more.
    assert hope.wait is not None
    assert (hope.wait.what, hope.wait.why) == ("an Event", "")
    assert [(str(party.where), party.role) for party in want.wait.by] == [("learner.py:6", "holds")]


def test_a_ticker_beside_does_not_hide_a_deadlock():
    run = run_of(
        "import asyncio\nasync def solve(fetch):\n    await asyncio.Event().wait()\n",
        """
        @scenario
        async def played(kata, beside):
            async with beside(0.25):
                await kata.solve(None)
        """,
    )
    assert run.trouble is not None
    assert run.trouble.kind == "deadlock"


def test_a_ticker_shows_when_others_could_run():
    run = run_of(
        "import asyncio\nasync def solve(fetch):\n    await asyncio.sleep(1)\n",
        """
        @scenario
        async def played(kata, beside):
            async with beside(0.25):
                await kata.solve(None)
        """,
    )
    assert [note.at for note in run.notes] == [0.25, 0.5, 0.75, 1.0][: len(run.notes)]
    assert len(run.notes) >= 3


FAILING = """
@scenario
async def played(kata, spy, attempt, failure):
    @spy
    async def fetch(key):
        await asyncio.sleep(1)
        raise failure("boom", KeyError)
    return await attempt(kata.solve(fetch))
"""


def test_an_error_of_the_experiment_is_recognised_when_it_comes_out():
    run = run_of("async def solve(fetch): return await fetch('a')", FAILING)
    ended = decode(run.value)
    assert isinstance(ended, Ended)
    assert ended.error is not None
    assert (ended.error.type, ended.error.mark) == ("KeyError", "boom")


def test_an_error_made_alike_is_not_taken_for_it():
    run = run_of(
        """
        async def solve(fetch):
            try:
                await fetch("a")
            except KeyError:
                raise KeyError("boom") from None
        """,
        FAILING,
    )
    assert decode(run.value).error.mark is None


def test_a_stub_is_never_an_expected_error():
    run = run_of("async def solve(fetch): raise NotImplementedError", FAILING)
    assert run.error is not None
    assert run.error.type == "NotImplementedError"


def test_output_is_kept_apart_and_bounded():
    run = run_of("async def solve(fetch):\n    print('x' * 100_000)\n", ONE_CALL)
    assert 0 < len(run.output) <= 20_000


def job_of(submission: str, scenarios: str) -> Job:
    source = textwrap.dedent(submission)
    scenarios = "import asyncio\nfrom grader.suite import scenario\n" + scenarios
    names = public_names(source, "b.py")
    return Job("a/b", "b.py", source.encode(), scenarios, names, scenario_names(scenarios))


def test_scenarios_of_one_job_share_the_module_but_not_the_loop():
    job = job_of(
        """
        import asyncio
        gate = asyncio.Semaphore(1)
        loops = []
        async def solve():
            async with gate:
                loops.append(asyncio.get_running_loop())
                return len(set(loops))
        """,
        """
@scenario
async def first(kata): return await kata.solve()

@scenario
async def second(kata): return await kata.solve()
""",
    )
    assert [decode(run.value) for run in perform(job).runs] == [1, 2]


def test_the_same_job_gives_the_same_record():
    job = job_of(
        """
        import asyncio
        async def solve(fetch):
            return set(await asyncio.gather(*map(fetch, "abc")))
        """,
        ONE_CALL,
    )
    assert to_json(perform(job)) == to_json(perform(job))


def test_main_code_of_a_module_runs_in_virtual_time_too():
    job = job_of(
        """
        import asyncio, time
        asyncio.run(asyncio.sleep(3600))
        time.sleep(3600)
        async def solve(fetch): return 1
        """,
        ONE_CALL,
    )
    assert decode(perform(job).runs[0].value) == 1


@pytest.mark.parametrize("error", [NotLoaded("empty", "Nothing there.")])
def test_what_cannot_be_loaded_carries_its_trouble(error):
    assert (error.trouble.kind, error.trouble.message) == ("empty", "Nothing there.")
    assert place(None) is None


def test_a_loop_that_is_called_from_another_thread_is_noticed_with_the_line():
    run = run_of(
        """
        import asyncio, threading, time
        async def solve(fetch):
            future = asyncio.get_running_loop().create_future()
            def work():
                time.sleep(1)
                future.set_result(5)
            threading.Thread(target=work).start()
            return await future
        """,
        ONE_CALL,
    )
    assert [str(where) for where in run.trespasses] == ["learner.py:7"]


def test_the_doors_for_threads_are_no_trespass():
    run = run_of(
        """
        import asyncio, threading, time
        async def solve(fetch):
            loop = asyncio.get_running_loop()
            future = loop.create_future()
            def work():
                time.sleep(1)
                loop.call_soon_threadsafe(future.set_result, 5)
            threading.Thread(target=work).start()
            return await future + await asyncio.to_thread(int, 1)
        """,
        ONE_CALL,
    )
    assert (decode(run.value), run.trespasses) == (6, ())


def test_what_a_learner_sees_printed_names_no_file_of_ours(monkeypatch):
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)  # pytest has its own
    run = run_of(
        """
        import asyncio, threading, time
        kept = []
        async def nothing(): pass
        async def solve(fetch):
            def work():
                raise ValueError("in the thread")
            threading.Thread(target=work).start()
            nothing()
            kept.append(asyncio.create_task(asyncio.sleep(50)))
            await asyncio.sleep(1)
        """,
        ONE_CALL,
    )
    assert "in the thread" in run.output
    assert "grader" not in run.output and "never awaited" not in run.output


WITH_HTTP = """
@scenario
async def played(kata, http):
    url = http.serve("https://a.example/", latency=1, body=b"x")
    async with http.session() as session:
        return await kata.solve(session, url)
"""


def test_a_session_and_a_response_left_open_are_noticed_with_their_lines():
    run = run_of(
        """
        import aiohttp
        kept = []
        async def solve(session, url):
            own = aiohttp.ClientSession()
            kept.append((own, await own.get(url)))
        """,
        WITH_HTTP,
    )
    assert {(left.kind, str(left.where)) for left in run.leftovers} == {
        ("session", "learner.py:5"),
        ("response", "learner.py:6"),
    }


def test_requests_of_a_run_that_stalls_are_recorded():
    run = run_of(
        """
        import asyncio
        async def solve(session, url):
            async with session.get(url):
                await asyncio.Event().wait()
        """,
        WITH_HTTP,
    )
    assert run.trouble is not None
    assert [(one.sent, one.answered) for one in run.exchanges] == [(0, 1)]


def test_a_word_to_the_loops_handler_is_no_lost_error():
    run = run_of(
        """
        import asyncio
        async def solve(fetch):
            asyncio.get_running_loop().call_exception_handler({"message": "just saying"})
        """,
        ONE_CALL,
    )
    assert run.lost_errors == ()


def test_later_rounds_are_as_fenced_as_the_first():
    scenario = """
from grader.suite import scenario

@scenario
async def played(kata, work):
    return await kata.solve(work("fetch", 1))
"""
    source = b"""
import asyncio
async def solve(fetch):
    return await asyncio.gather(fetch("a"), fetch("b"))
"""
    job = Job("a/learner", "learner.py", source, scenario, {"solve": "coroutine"}, ("played",))
    stage = Stage(job)
    assert {run.seed for run in stage.runs()} == {0, 1}
    assert stage.crew.is_fenced


def test_tasks_that_await_each_other_are_a_deadlock_and_break_nothing():
    first, second = runs_of(
        """
        import asyncio
        async def solve(fetch):
            tasks = {}
            async def one(other):
                await tasks[other]
            async with asyncio.TaskGroup() as group:
                tasks["a"] = group.create_task(one("b"))
                tasks["b"] = group.create_task(one("a"))
        """,
        """
        @scenario
        async def played(kata, work):
            return await kata.solve(work("fetch", 1))

        @scenario
        async def played_again(kata, work):
            return await kata.solve(work("fetch", 1))
        """,
    )
    for run in (first, second):
        assert run.trouble.kind == "deadlock"
        assert len(run.trouble.cycles) == 1
