"""Each round is a call of the function for the jobs that are left."""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results = {}
    try:
        for name, job in jobs.items():
            try:
                next(job)
            except StopIteration as stop:
                results[name] = stop.value
        await asyncio.sleep(0)
        left = {name: job for name, job in jobs.items() if name not in results}
        return results | (await run_all(left) if left else {})
    finally:
        for job in jobs.values():
            job.close()
