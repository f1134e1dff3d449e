"""The trace: tasks with their parents and lives, and where each one waited for how long."""

import asyncio
import gc
import inspect
import os
import subprocess
import sys
import time
import types
import weakref
from pathlib import Path

from grader.lab import run
from grader.lab.clock import START_SECONDS

ROOT = Path(__file__).parents[3]


def line_of(function, text):
    lines, first = inspect.getsourcelines(function)
    return next(first + n for n, line in enumerate(lines) if text in line)


def test_tasks_are_numbered_from_one_in_every_run():
    async def main():
        await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))

    for _ in range(2):
        names = [life.name for life in run(main).trace.tasks]
        assert names == ["task 1", "task 2", "task 3"]


def test_a_task_keeps_the_name_it_was_given():
    async def main():
        await asyncio.create_task(asyncio.sleep(1), name="sleeper")

    assert [life.name for life in run(main).trace.tasks] == ["task 1", "sleeper"]


def test_a_task_knows_its_parent():
    async def main():
        async def child():
            await asyncio.create_task(asyncio.sleep(1), name="grandchild")

        await asyncio.create_task(child(), name="child")

    parents = {life.name: life.parent for life in run(main).trace.tasks}
    assert parents == {"task 1": None, "child": "task 1", "grandchild": "child"}


def test_a_task_knows_when_it_was_made_and_ended():
    async def main():
        await asyncio.sleep(1)
        await asyncio.create_task(asyncio.sleep(2), name="child")
        await asyncio.sleep(3)

    lives = {life.name: life for life in run(main).trace.tasks}
    child = lives["child"]
    assert (child.created - START_SECONDS, child.ended - START_SECONDS) == (1, 3)
    assert lives["task 1"].ended - START_SECONDS == 6


def test_a_task_knows_the_line_that_made_it():
    async def main():
        await asyncio.create_task(asyncio.sleep(1))  # made here

    child = run(main).trace.tasks[1]
    assert (child.where.path, child.where.line) == (__file__, line_of(main, "# made here"))


def test_a_cancelled_task_ends_when_it_was_cancelled():
    async def main():
        task = asyncio.create_task(asyncio.sleep(100), name="child")
        await asyncio.sleep(1)
        task.cancel()
        await asyncio.wait([task])

    child = run(main).trace.tasks[1]
    assert child.ended - START_SECONDS == 1


def test_spans_say_where_a_task_waited_and_how_long():
    async def main():
        await asyncio.sleep(1)  # first
        await asyncio.sleep(0)
        await asyncio.sleep(2)  # second

    spans = [
        (span.task, span.start - START_SECONDS, span.end - START_SECONDS, span.where.line)
        for span in run(main).trace.spans
    ]
    assert spans == [
        ("task 1", 0, 1, line_of(main, "# first")),
        ("task 1", 1, 3, line_of(main, "# second")),
    ]


def test_a_step_that_blocks_the_loop_is_no_waiting():
    async def main():
        time.sleep(2)
        await asyncio.sleep(1)

    world = run(main)
    assert [(s.start - START_SECONDS, s.end - START_SECONDS) for s in world.trace.spans] == [(2, 3)]


def test_spans_of_several_tasks_overlap():
    async def main():
        await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))

    spans = [(s.task, s.end - s.start) for s in run(main).trace.spans]
    assert spans == [("task 2", 1), ("task 3", 2), ("task 1", 2)]


def test_the_same_program_leaves_the_same_trace():
    async def main():
        async with asyncio.TaskGroup() as group:
            for n in range(5):
                group.create_task(asyncio.sleep(n % 3))

    first, second = run(main).trace, run(main).trace
    assert first.spans == second.spans
    assert first.tasks == second.tasks


def test_a_trace_keeps_no_task_alive():
    kept = []

    async def main():
        task = asyncio.create_task(asyncio.sleep(1))
        kept.append(weakref.ref(task))
        await task

    outcome = run(main)
    gc.collect()
    assert outcome.trace.tasks
    assert kept[0]() is None


def test_a_forgotten_task_is_gone_while_the_program_runs():
    async def forever():
        await asyncio.get_running_loop().create_future()

    async def main():
        kept = weakref.ref(asyncio.create_task(forever()))
        await asyncio.sleep(1)
        gc.collect()
        return kept()

    messages = []
    assert run(lambda: quietly(main, messages)).result() is None
    assert messages == ["Task was destroyed but it is pending!"]


async def quietly(main, messages):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: messages.append(context["message"]))
    return await main()


def test_a_task_made_past_the_loop_is_not_taken_for_one_that_is_gone():
    async def main():
        loop = asyncio.get_running_loop()
        for _ in range(100):  # their places in memory are soon somebody else's
            await asyncio.create_task(asyncio.sleep(1), name="known")
        await asyncio.wait([asyncio.Task(asyncio.sleep(7), loop=loop) for _ in range(100)])

    spans = run(main).trace.spans
    assert {span.end - span.start for span in spans if span.task == "known"} == {1}


def test_a_span_stands_at_the_innermost_line_whatever_is_awaited():
    class Doorbell:
        def __await__(self):
            yield from asyncio.sleep(1).__await__()  # a __await__ of its own

    async def numbers():
        await asyncio.sleep(1)  # in a generator
        yield 1

    @types.coroutine
    def old():
        yield from asyncio.sleep(1).__await__()  # of the old kind

    async def main():
        await Doorbell()
        async for _ in numbers():
            pass
        await old()
        await asyncio.wait_for(numbers().__anext__(), 9)

    def line(function, text):
        return line_of(function, text), 1

    spans = [(span.where.line, span.end - span.start) for span in run(main).trace.spans]
    in_generator = line(numbers, "# in a generator")
    assert in_generator in spans[3:]
    assert spans[:3] == [
        line(Doorbell, "# a __await__"),
        in_generator,
        line(old, "# of the old kind"),
    ]


def test_a_task_of_library_code_only_waits_at_no_line():
    async def main():
        await asyncio.create_task(asyncio.sleep(1), name="library")

    spans = run(main).trace.spans
    assert [span.where for span in spans if span.task == "library"] == [None]


def test_a_task_that_is_kept_from_running_waits_where_it_gave_way():
    async def other():
        time.sleep(2)

    async def main():
        task = asyncio.create_task(other())
        await asyncio.sleep(0)  # gives way
        await task

    spans = run(main).trace.spans
    assert [(s.task, s.end - s.start, s.where.line) for s in spans] == [
        ("task 1", 2, line_of(main, "# gives way"))
    ]


def test_no_time_is_no_span():
    async def main():
        clock = asyncio.get_running_loop().clock
        clock.now += 0.0  # as when a file was listened to that spoke at once
        await asyncio.sleep(0)
        clock.now += 0.0
        await asyncio.sleep(0)

    assert run(main).trace.spans == []


def test_the_text_says_everything_with_all_digits():
    async def child():
        await asyncio.sleep(1 / 3)  # the child waits

    async def main():
        task = asyncio.create_task(child(), name="child")  # made
        await asyncio.sleep(0.25)  # first
        await task  # second

    text = run(main).trace.text()  # run here
    here = f"{__file__}:{{}}".format
    started = here(line_of(test_the_text_says_everything_with_all_digits, "# run here"))
    made, first, second = (here(line_of(main, f"# {word}")) for word in ("made", "first", "second"))
    begun, quarter, third = START_SECONDS, START_SECONDS + 0.25, START_SECONDS + 1 / 3
    assert text.splitlines() == [
        f"task 1 'task 1' of None made at {started}, {begun} to {third}",
        f"task 2 'child' of 1 made at {made}, {begun} to {third}",
        f"span of 1 at {first}, {begun} to {quarter}",
        f"span of 2 at {here(line_of(child, '# the child waits'))}, {begun} to {third}",
        f"span of 1 at {second}, {quarter} to {third}",
    ]


def test_the_text_tells_tasks_of_one_name_apart():
    async def worker(*delays):
        for seconds in delays:
            await asyncio.sleep(seconds)

    async def main(*workers):
        await asyncio.gather(*(asyncio.create_task(worker(*d), name="worker") for d in workers))

    one, other = run(lambda: main((1, 2), (2, 1))).trace, run(lambda: main((2, 1), (1, 2))).trace
    assert one.text() != other.text()
    assert [str(life) for life in one.tasks[1:]] == [str(life) for life in other.tasks[1:]]


PROGRAM = """
import asyncio
from grader.lab import run

async def worker(n, queue):
    while True:
        await asyncio.sleep(await queue.get() / 8)

async def main():
    queue = asyncio.Queue()
    workers = [asyncio.create_task(worker(n, queue)) for n in range(3)]
    for n in range(12):
        asyncio.create_task(asyncio.sleep(0))  # forgotten: its address is free for the next
        queue.put_nowait(n % 5)
        await asyncio.sleep(n % 3 / 8)
    async with asyncio.timeout(2):
        await asyncio.wait(workers)

print(run(main).trace.text(), end="")
"""


def test_the_text_is_the_same_in_every_process_whatever_the_hash_seed():
    texts = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "random")
    }
    assert len(texts) == 1
    assert texts.pop().count("span") > 20
