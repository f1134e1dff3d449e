"""A whole program is run as Python runs it, in the lab, and what it prints has its time."""

from __future__ import annotations

import textwrap

import pytest

from grader.job import PROGRAM, Job, Program
from grader.json_line import from_json, to_json
from grader.lab.http import Http
from grader.run import Record, Run
from grader.strip import public_names
from grader.worker.stage import perform


def record_of(program: str, submission: str = "") -> Record:
    """Run a program, with a submission called `learner` where there is one, in this process."""
    source = textwrap.dedent(submission)
    names = public_names(source, "learner.py")
    filename = "learner.py" if source else ""
    text = textwrap.dedent(program).encode()
    job = Job(
        "a/learner", filename, source.encode(), "", names, (PROGRAM,),
        program=Program("example.py", text),
    )  # fmt: skip
    return perform(job)


def run_of(program: str, submission: str = "") -> Run:
    record = record_of(program, submission)
    assert record.trouble is None, record.trouble
    (run,) = record.runs
    return run


def printed(run: Run) -> list[tuple[float, str]]:
    return [(line.at, line.text) for line in run.printed]


TWO = """
import asyncio

async def say(word, seconds):
    await asyncio.sleep(seconds)
    print(word)

async def main():
    await asyncio.gather(say("slow", 2), say("quick", 0.5))
    print("both")

if __name__ == "__main__":
    asyncio.run(main())
    print("over")
"""


def test_each_line_has_the_time_at_which_it_was_printed():
    run = run_of(TWO)
    assert printed(run) == [(0.5, "quick"), (2, "slow"), (2, "both"), (2, "over")]
    assert run.makespan == 2
    assert run.output == "quick\nslow\nboth\nover\n"


def test_a_line_in_pieces_has_the_time_of_its_first():
    run = run_of("import time\nprint('a', end='')\ntime.sleep(1)\nprint('b\\n\\nc', end='')")
    assert printed(run) == [(0, "ab"), (1, ""), (1, "c")]


def test_calls_of_its_own_coroutine_functions_are_recorded():
    run = run_of(TWO)
    assert [(call.args[0], call.started, call.ended) for call in run.calls] == [
        ("slow", 0, 2),
        ("quick", 0, 0.5),
    ]
    assert str(run.calls[0].where) == "example.py:9"
    assert {task.coroutine for task in run.tasks} >= {"main", "say"}


def test_it_imports_the_submission_that_the_job_carries():
    run = run_of(
        """
        import asyncio
        from learner import twice as double
        print(asyncio.run(double(2)))
        """,
        "import asyncio\nasync def twice(n):\n    await asyncio.sleep(n)\n    return n * 2",
    )
    assert printed(run) == [(2, "4")]


def test_calls_of_the_submission_are_recorded():
    run = run_of(
        """
        import asyncio
        from learner import twice
        async def main():
            await twice(1)
        asyncio.run(main())
        """,
        "import asyncio\nasync def twice(n):\n    await asyncio.sleep(n)\n    return n * 2",
    )
    assert [(call.name, call.of, call.ended) for call in run.calls] == [("twice", "submission", 1)]


def test_what_is_left_running_is_cancelled_at_the_end_as_in_life():
    run = run_of(
        """
        import asyncio
        async def late():
            try:
                await asyncio.sleep(9)
            finally:
                print("cut off")
        async def main():
            task = asyncio.create_task(late())
            await asyncio.sleep(1)
        asyncio.run(main())
        """
    )
    assert printed(run) == [(1, "cut off")]
    assert run.calls[0].outcome == "cancelled"


def test_a_second_asyncio_run_goes_on_with_the_clock():
    run = run_of("import asyncio\nfor n in 1, 2:\n    asyncio.run(asyncio.sleep(n))\n    print(n)")
    assert printed(run) == [(1, "1"), (3, "2")]


def test_threads_and_blocking_calls_are_seen():
    run = run_of(
        """
        import asyncio, time
        async def main():
            await asyncio.to_thread(time.sleep, 2)
            print("thread")
            time.sleep(1)
            print("blocked")
        asyncio.run(main())
        """
    )
    assert printed(run) == [(2, "thread"), (3, "blocked")]
    assert [(each.at, each.seconds, str(each.where)) for each in run.blocked] == [
        (2, 1, "example.py:6")
    ]


@pytest.mark.parametrize(
    "way",
    [
        "asyncio.to_thread(scan, 'cover', 2)",
        "asyncio.to_thread(functools.partial(scan, 'cover', seconds=2))",
        "asyncio.get_running_loop().run_in_executor(None, scan, 'cover', 2)",
        "asyncio.get_running_loop().run_in_executor(POOL, scan, 'cover', 2)",
    ],
)
def test_what_runs_in_a_thread_is_a_call(way):
    run = run_of(
        f"""
        import asyncio, concurrent.futures, functools, time
        POOL = concurrent.futures.ThreadPoolExecutor()
        def scan(name, seconds):
            time.sleep(seconds)
            return name
        async def main():
            print(await {way})
        asyncio.run(main())
        """
    )
    (call,) = run.calls
    assert (call.name, call.args[0], call.thread) == ("scan", "cover", "worker")
    assert (call.started, call.ended, printed(run)) == (0, 2, [(2, "cover")])


def test_an_error_that_comes_out_has_its_line():
    run = run_of("print('begins')\nraise ValueError('no')")
    assert (run.error.type, run.error.message, str(run.error.where)) == (
        "ValueError", "no", "example.py:2",
    )  # fmt: skip
    assert printed(run) == [(0, "begins")]


def test_a_deadlock_ends_at_its_time_and_prints_no_clean_up():
    run = run_of(
        """
        import asyncio
        async def main():
            await asyncio.sleep(1)
            try:
                await asyncio.Event().wait()
            finally:
                print("never in life")
        asyncio.run(main())
        """
    )
    assert run.trouble.kind == "deadlock" and run.error is None
    assert (run.makespan, run.printed) == (1, ())
    assert [str(wait.where) for wait in run.trouble.waiting] == ["example.py:6"]


def test_threads_that_wait_for_ever_hold_nobody_up():
    run = run_of(
        """
        import asyncio, threading
        asyncio.run(asyncio.to_thread(threading.Event().wait))
        """
    )
    assert run.trouble.kind == "deadlock"


def test_a_program_that_catches_its_deadlock_is_in_trouble_all_the_same():
    run = run_of(
        """
        import asyncio
        try:
            asyncio.run(asyncio.Event().wait())
        except Exception:
            print("caught")
        """
    )
    assert (run.trouble.kind, run.printed) == ("deadlock", ())


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("raise SystemExit(0)", "exit"),
        ("while True: await asyncio.sleep(0)", "busy wait"),
        ("while True: await asyncio.sleep(100)", "endless"),
        ("await main()", "recursion"),
    ],
)
def test_what_cannot_go_on_is_told_as_everywhere(line, kind):
    run = run_of(f"import asyncio\nasync def main():\n    {line}\nasyncio.run(main())")
    assert run.trouble.kind == kind


def test_a_function_that_is_no_longer_async_is_told_as_everywhere():
    run = run_of(
        """
        import asyncio
        from learner import solve
        async def main():
            await solve()
        asyncio.run(main())
        """,
        "async def solve(): ...\nsolve = lambda: 1",
    )
    assert run.trouble.kind == "wrong kind" and "async def" in run.trouble.message


@pytest.mark.parametrize(
    ("program", "submission", "said"),
    [
        ("print(", "", "example.py:1: '(' was never closed"),
        ("", "", "example.py is empty"),
        ("print(1)", "async def solve(:", "learner.py:1"),
        ("print(1)", "raise OSError('x')", "Importing your file raises OSError: x"),
    ],
)
def test_what_cannot_be_read_has_no_run(program, submission, said):
    source = submission.encode()
    filename = "learner.py" if source else ""
    text = Program("example.py", program.encode())
    record = perform(Job("a/b", filename, source, "", {}, (PROGRAM,), program=text))
    assert record.runs == () and said in record.trouble.message


def test_a_coroutine_that_nobody_awaits_and_an_error_that_nobody_sees_are_facts():
    run = run_of(
        """
        import asyncio
        async def say(): ...
        async def fail(): raise ValueError("lost")
        async def main():
            say()
            asyncio.create_task(fail())
            await asyncio.sleep(1)
        asyncio.run(main())
        """
    )
    assert [(each.name, str(each.where)) for each in run.unawaited] == [("say", "example.py:6")]
    assert [each.error.message for each in run.lost_errors] == ["lost"]
    assert run.printed == ()


def test_dataclasses_find_the_module_they_are_made_in():
    run = run_of(
        """
        from __future__ import annotations
        from dataclasses import dataclass
        @dataclass
        class Page:
            url: str
        print(Page("a"), __name__, __file__)
        """
    )
    assert printed(run) == [(0, "Page(url='a') __main__ <submission>/example.py")]


def test_mocked_http_in_a_program_is_recorded():
    assert Http.on_enter is None
    run = run_of(
        """
        import asyncio
        from grader.lab.http import Http
        async def main():
            with Http() as http:
                url = http.serve("https://a.example/x", latency=1)
                async with http.session() as session, session.get(url) as response:
                    print(response.status)
        asyncio.run(main())
        """
    )
    assert printed(run) == [(1, "200")]
    assert [(each.url, each.sent, each.ended) for each in run.exchanges] == [
        ("https://a.example/x", 0, 1)
    ]


def test_a_played_run_survives_json():
    run = run_of(TWO)
    assert from_json(to_json(run), Run) == run
