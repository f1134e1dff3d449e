"""The lab: a virtual world for asyncio programs. Usable by itself, without pytest or grading.

from grader.lab import run

async def main():
    await asyncio.gather(*(asyncio.sleep(hours * 3600) for hours in (1, 2, 3)))

run(main).makespan  # 10800.0, in a millisecond

`loop` is the event loop, `world` what it needs of the rest of Python, `schedule` the order of what
is left open, `trace` what happened. `crew/` holds the threads, `real/` the world outside, `http/`
mocked requests, and `waiting/` says who waits for whom where a program stands still.
"""

from grader.lab.crew.stuck import StuckThreadError
from grader.lab.loop import VirtualLoop
from grader.lab.outcome import Outcome, latency, run, run_schedules
from grader.lab.schedule import Schedule
from grader.lab.stall import BusyWaitError, DeadlockError, EndlessError, StallError
from grader.lab.trace import Trace
from grader.lab.world import world

__all__ = [
    "BusyWaitError",
    "DeadlockError",
    "EndlessError",
    "Outcome",
    "Schedule",
    "StallError",
    "StuckThreadError",
    "Trace",
    "VirtualLoop",
    "latency",
    "run",
    "run_schedules",
    "world",
]
