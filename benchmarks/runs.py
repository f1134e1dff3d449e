"""What a run costs: a loop made, run and closed; a program under one schedule and under 25.

Times are those of the processor: nothing here waits, and others' work should not count.
"""

from __future__ import annotations

import asyncio
import importlib.util
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.table import micro, middle, milliseconds, ratio, show, spread
from grader.job import Job
from grader.lab import VirtualLoop, run_schedules
from grader.strip import public_names, scenario_names
from grader.worker.stage import perform

LOOPS = 200  # made, run and closed in one sample
SCHEDULES = 25
REPEATS = 5  # samples in one round; a single one is too short for a busy machine

SUBMISSION = """\
import asyncio

async def gathered(fetch, keys):
    limit = asyncio.Semaphore(5)

    async def one(key):
        async with limit:
            return await fetch(key)

    return await asyncio.gather(*map(one, keys))
"""
SCENARIO = """\
import asyncio
from grader.suite import scenario

@scenario(schedules={schedules})
async def ten_pages(kata, spy):
    @spy
    async def fetch(key):
        await asyncio.sleep(1)
        return key * 2

    return await kata.gathered(fetch, range(10))
"""


async def program() -> list[int]:
    """Let ten tasks sleep equally long, five at a time: every schedule ends otherwise."""
    limit = asyncio.Semaphore(5)
    ended = []

    async def one(key: int) -> None:
        async with limit:
            await asyncio.sleep(1)
            ended.append(key)

    await asyncio.gather(*map(one, range(10)))
    return ended


async def _nothing() -> None:
    await asyncio.sleep(0)


@dataclass
class Small:
    """Something short, with the seconds that one of it took in each sample."""

    name: str
    action: Callable[[], object]
    needs: str = "asyncio"
    times: int = 1  # that it is done in one sample
    samples: list[float] = field(default_factory=list)

    @property
    def is_installed(self) -> bool:
        """True when the package is there."""
        return importlib.util.find_spec(self.needs) is not None

    def sample(self) -> None:
        """Take one more sample."""
        began = time.process_time()
        for _ in range(self.times):
            self.action()
        self.samples.append((time.process_time() - began) / self.times)


def _cycle(factory: Callable[[], asyncio.AbstractEventLoop]) -> None:
    loop = factory()
    loop.run_until_complete(_nothing())
    loop.close()


def _looptime() -> asyncio.AbstractEventLoop:
    import looptime

    return looptime.new_event_loop()


def _seedloop() -> asyncio.AbstractEventLoop:
    from seedloop._loop import DeterministicLoop  # not public: World does more than a loop

    return DeterministicLoop()


def cycles() -> list[Small]:
    """Return the loops, plain asyncio first."""
    return [
        Small(name, lambda factory=factory: _cycle(factory), needs, LOOPS)
        for name, factory, needs in (
            ("plain asyncio", asyncio.new_event_loop, "asyncio"),
            ("grader.lab", VirtualLoop, "asyncio"),
            ("looptime", _looptime, "looptime"),
            ("seedloop", _seedloop, "seedloop"),
        )
    ]


def _graded(schedules: int) -> None:
    scenarios = SCENARIO.format(schedules=schedules)
    names = public_names(SUBMISSION, "learner.py")
    only = scenario_names(scenarios)
    record = perform(Job("a/b", "learner.py", SUBMISSION.encode(), scenarios, names, only))
    assert len(record.runs) == schedules, record.trouble


def _scheduled(schedules: int) -> None:
    assert len(list(run_schedules(program, schedules=schedules))) == schedules


def schedules() -> list[tuple[Small, Small]]:
    """Return pairs: under one schedule, under all."""
    return [
        (Small(name, lambda do=do: do(1)), Small(name, lambda do=do: do(SCHEDULES)))
        for name, do in (
            ("a scenario of a submission", _graded),
            ("grader.lab.run_schedules", _scheduled),
        )
    ]


def main(rounds: int) -> None:
    """Measure in turns and print the tables."""
    found = [item for item in cycles() if item.is_installed]
    pairs = schedules()
    for _ in range(rounds * REPEATS):
        for item in found:
            item.sample()
        for pair in pairs:
            for item in pair:
                item.sample()
    floor = middle(found[0].samples)
    how = f"in turns, in one process, Python {sys.version.split()[0]}; processor time"
    show(
        "A loop made, run once and closed",
        ["loop", "median us", "spread", "x plain"],
        [
            [
                item.name,
                micro(middle(item.samples)),
                spread(item.samples, 1e6, 0),
                ratio(middle(item.samples), floor),
            ]
            for item in found
        ],
        f"{rounds * REPEATS} samples of {LOOPS} each, {how}."
        + "".join(f"\n{item.name}: not installed." for item in cycles() if not item.is_installed),
    )
    show(
        f"One schedule, and {SCHEDULES}",
        ["what", "one ms", "spread", f"{SCHEDULES} ms", "spread", "one more ms"],
        [_pair(*pair) for pair in pairs],
        f"{rounds * REPEATS} samples each, {how}.",
    )


def _pair(one: Small, many: Small) -> list[str]:
    first, all_of_them = middle(one.samples), middle(many.samples)
    assert first is not None and all_of_them is not None
    row = [one.name, milliseconds(first), spread(one.samples, 1e3, 1)]
    row += [milliseconds(all_of_them), spread(many.samples, 1e3, 1)]
    return [*row, milliseconds((all_of_them - first) / (SCHEDULES - 1))]
