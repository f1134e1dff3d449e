"""The forked child that performs a job: it writes one line of JSON per run and ends."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import NoReturn

from grader.job import Job
from grader.json_line import from_json, to_json
from grader.run import Printed, Run, Trouble
from grader.strip import COROUTINE
from grader.worker import limits, processes
from grader.worker.fence import Fence
from grader.worker.itinerary import Take
from grader.worker.stage import Stage
from grader.worker.submission import NotLoaded, unload


@dataclass(frozen=True)
class Line:
    """What a child says: a run, or why there is none, or which one comes next, or that it is done.

    `token` proves that it is the child.
    """

    token: str
    run: Run | None = None
    begins: Take | None = None
    trouble: Trouble | None = None
    output: str = ""
    printed: tuple[Printed, ...] = ()
    done: bool = False


@dataclass(frozen=True)
class Order:
    """What a child is told: a job, and how many of its runs are done already.

    `token` is the word that proves who speaks.
    """

    job: Job
    skip: int
    token: str


class Child:
    """Performs one order in the current process, which ends with it."""

    def __init__(self, orders: int, lines: int, fence: Fence) -> None:
        self._orders = orders
        self._lines = lines
        self._fence = fence
        self._token = ""
        self._stage: Stage | None = None
        self._is_writing = False

    def live(self, rehearse: bool) -> NoReturn:
        """Warm up, wait for an order, perform it, and end the process."""
        try:
            os.setsid()
            processes.die_with_parent()
            if rehearse:
                with suppress(Exception):  # what a rehearsal cannot do, the order will show
                    _warm_up(self._fence)
            with os.fdopen(self._orders, "rb") as orders:
                line = orders.readline()
            if line:
                self._perform(from_json(line, Order))
        except BaseException as error:
            # The stage reports what a submission does; only one that saws at the stage gets here.
            self._stop(_sawn(self._fence, error))
        finally:
            os._exit(0)  # no clean-up of the parent's doing, no atexit of the learner's

    def _perform(self, order: Order) -> None:
        self._token = order.token
        stage = Stage(order.job, self._stop, self._fence, self._begin)
        self._stage = stage
        self._confine()
        try:
            for run in stage.runs(order.skip):
                self._write(Line(self._token, run=run))
                limits.rewind()
        except NotLoaded as error:
            self._write(self._last_words(error.trouble))
        self._write(Line(self._token, done=True))

    def _begin(self, take: Take) -> None:
        self._write(Line(self._token, begins=take))

    def _confine(self) -> None:
        null = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(null, descriptor)
        sys.stdin = open(os.devnull)  # noqa: SIM115  # as long as the process
        signal.signal(signal.SIGINT, signal.default_int_handler)
        limits.apply(self._stop)
        limits.rewind()
        self._fence.close_doors()

    def _stop(self, trouble: Trouble) -> None:
        # Called from a signal handler or from print(), in the middle of the submission. A line that
        # is being written is the submission's last word: two half lines would be none.
        if self._is_writing:
            return
        try:
            self._write(self._last_words(trouble))
        finally:
            os._exit(0)

    def _last_words(self, trouble: Trouble) -> Line:
        if self._stage is None:
            return Line(self._token, trouble=trouble)
        output = self._stage.output
        lines = output.lines() if self._stage.job.program else ()
        return Line(self._token, trouble=trouble, output=output.take(), printed=lines)

    def _write(self, line: Line) -> None:
        data = to_json(line) + b"\n"
        self._is_writing = True
        try:
            while data:
                data = data[os.write(self._lines, data) :]
        finally:
            self._is_writing = False


def _sawn(fence: Fence, error: BaseException) -> Trouble:
    replaced = fence.replaced()
    if replaced:
        return Trouble(
            "fenced",
            f"Your code replaces {', '.join(replaced[:3])}, which everything else stands on.",
        )
    return Trouble(
        "lost", f"Your code broke the process it ran in ({type(error).__name__}: {error})."
    )


_HTTP = "grader.lab.http"
_REHEARSAL = """
from grader.suite import scenario

@scenario
async def rehearsal(kata, draw, spy, note, attempt, failure, beside):
    seconds = draw.seconds(4)
    @spy
    async def wait(number):
        import asyncio
        await asyncio.sleep(seconds[number])
        return draw.names(1)
    note("begins", {"seconds": seconds})
    async with beside(0.5):
        await attempt(kata.wait_for_all(wait, range(4)))

@scenario
async def rehearsal_with_http(kata, http):
    urls = http.serve_each("https://rehearsal.example/{}", ["one", "two"], latency=1)
    async with http.session() as session:
        return await kata.fetch_all(session, urls)
"""

_ACTOR = b"""
import asyncio
async def wait_for_all(wait, numbers):
    limit = asyncio.Semaphore(2)
    async def one(number):
        async with limit, asyncio.timeout(60):
            return await wait(number)
    return await asyncio.gather(*map(one, numbers))
async def fetch_all(session, urls):
    async def fetch(url):
        async with session.get(url) as response:
            return await response.read()
    return await asyncio.gather(*map(fetch, urls))
"""


def _warm_up(fence: Fence) -> None:
    # A forked process copies each page of memory when it first writes to it, and Python writes to
    # whatever it looks at. A rehearsal does that before the order comes, while nobody waits.
    names = dict.fromkeys(("wait_for_all", "fetch_all"), COROUTINE)
    scenarios = ("rehearsal", "rehearsal_with_http") if _HTTP in sys.modules else ("rehearsal",)
    job = Job("", "rehearsal.py", _ACTOR, _REHEARSAL, names, scenarios)
    for _ in Stage(job, fence=fence).runs():
        pass
    unload(job)


@contextmanager
def prepared(with_http: bool) -> Iterator[Fence]:
    """Load what every child needs, once: forked children share it and start in milliseconds.

    To be called with the world installed, which is part of what is remembered.
    """
    if with_http:
        import grader.lab.http  # noqa: F401  # with aiohttp, which learners import too

    from_json(to_json(Order(Job("", "", b"", ""), 0, "")), Order)  # learns the types, once
    fence = Fence()
    with fence.loops_watched():
        fence.remember()
        gc.collect()
        gc.freeze()  # the children's collections look only at what is their own
        gc.enable()
        yield fence
