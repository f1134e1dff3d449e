"""You keep what a job yields, not what it returns.

next gives what stands after yield, and for a pause that is None. When the job returns, next does
not give its value: it raises StopIteration, and the value is in there.
Take the value of the exception that you catch.
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
                    results[name] = next(job)
                except StopIteration:
                    del unfinished[name]
            await asyncio.sleep(0)
    finally:
        for job in unfinished.values():
            job.close()
    return results
