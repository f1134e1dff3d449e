"""You go on stepping jobs that have already finished.

A finished generator raises StopIteration each time it is asked, and only the first time with
its result: later the value is None, and it overwrites the real one.
A job that has finished leaves the loop.
"""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results = {}
    try:
        while len(results) < len(jobs):
            for name, job in jobs.items():
                try:
                    next(job)
                except StopIteration as stop:
                    results[name] = stop.value
            await asyncio.sleep(0)
    finally:
        for job in jobs.values():
            job.close()
    return results
