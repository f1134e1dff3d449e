"""You take finished jobs out of the mapping that your caller gave you.

It saves a variable, and the results are right. But the mapping is not yours: the caller finds
it empty, and a read-only mapping would have failed.
Keep a collection of unfinished jobs of your own.
"""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results = {}
    try:
        while jobs:
            for name in list(jobs):
                try:
                    next(jobs[name])
                except StopIteration as stop:
                    results[name] = stop.value
                    del jobs[name]
            await asyncio.sleep(0)
    finally:
        for job in jobs.values():
            job.close()
    return results
