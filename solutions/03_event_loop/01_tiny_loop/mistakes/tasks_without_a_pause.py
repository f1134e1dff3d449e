"""One task per job, but no task ever pauses, so each runs to its end in one go.

Tasks take turns only where they await something that really pauses. async in front of def
does not make a loop polite by itself.
Pause for zero seconds after each step.
"""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    async def drive(job):
        while True:
            try:
                next(job)
            except StopIteration as stop:
                return stop.value

    results = await asyncio.gather(*(drive(job) for job in jobs.values()))
    return dict(zip(jobs, results, strict=True))
