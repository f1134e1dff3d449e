"""The results of the jobs are lost: you use a default to see that a job has ended.

next(job, default) is a neat way to avoid the exception, but the return value of a generator
travels inside that very exception.
Catch StopIteration and take its value.
"""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    done = object()
    results = {}
    unfinished = dict(jobs)
    try:
        while unfinished:
            for name, job in list(unfinished.items()):
                step = next(job, done)
                if step is done:
                    results[name] = None
                    del unfinished[name]
            await asyncio.sleep(0)
    finally:
        for job in unfinished.values():
            job.close()
    return results
