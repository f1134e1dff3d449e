"""You keep a result only if it counts as true.

A job that returns None, 0 or an empty text has ended as well, and its result is just that. Without
it your caller cannot tell a job that has nothing to say from one that never ended.
"""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results = {}
    unfinished = dict(jobs)
    try:
        while unfinished:
            for name, job in list(unfinished.items()):
                try:
                    next(job)
                except StopIteration as stop:
                    if stop.value:
                        results[name] = stop.value
                    del unfinished[name]
            await asyncio.sleep(0)
    finally:
        for job in unfinished.values():
            job.close()
    return results
