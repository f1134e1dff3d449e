"""A program is run in the worker's child, under all its limits, and nothing of it stays."""

from __future__ import annotations

import pytest

from grader.job import Program
from grader.jobs import example_job, program_job
from grader.play import play
from tests.grader.test_runner import KATA, TOY

EXAMPLE = b"""
import asyncio
from add_slowly import add

async def fetch(key):
    await asyncio.sleep(2)
    return len(key)

async def main():
    print(await add(fetch, "a", "bb"))

asyncio.run(main())
"""


def played(text: str):
    return play(program_job("a program", Program("program.py", text.encode())))


def test_a_program_alone_tells_what_it_prints_and_when():
    (run,) = played("import time\nprint('a')\ntime.sleep(60)\nprint('b')").runs
    assert [(line.at, line.text) for line in run.printed] == [(0, "a"), (60, "b")]
    assert (run.makespan, run.error, run.trouble) == (60, None, None)


def test_an_example_uses_the_learners_file():
    source = (TOY.root / KATA.reference).read_bytes()
    (run,) = play(example_job(TOY.root, KATA, source, Program("example.py", EXAMPLE))).runs
    assert [(line.at, line.text) for line in run.printed] == [(2, "3")]
    assert [call.args for call in run.calls if call.name == "fetch"] == [("a",), ("bb",)]


def test_what_was_printed_before_it_had_to_be_stopped_is_there():
    (run,) = played("print('a')\nwhile True: pass").runs
    assert [line.text for line in run.printed] == ["a"]
    assert run.trouble.kind == "never yields"
    assert str(run.trouble.where) == "program.py:2"


def test_a_program_that_stands_still_ended_there_whatever_its_clean_up_does():
    (run,) = played(
        "import asyncio\n"
        "async def main():\n"
        "    await asyncio.sleep(3)\n"
        "    try:\n"
        "        await asyncio.Event().wait()\n"
        "    finally:\n"
        "        await asyncio.sleep(5)\n"
        "        raise ValueError\n"
        "asyncio.run(main())"
    ).runs
    assert (run.trouble.kind, run.error, run.makespan) == ("deadlock", None, 3)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("import os\nos._exit(3)", "exit"), ("while True: print('x' * 10000)", "output")],
)
def test_a_program_that_ends_its_process_is_told(text, kind):
    (run,) = played(text).runs
    assert run.trouble.kind == kind


def test_real_doors_are_closed():
    (run,) = played("import os\nos.system('true')").runs
    assert run.error.message == "A process is out of reach in a kata."
