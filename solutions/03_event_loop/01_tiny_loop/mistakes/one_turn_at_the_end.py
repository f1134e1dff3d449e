"""You give the real event loop one turn, when all rounds are over.

There is an await, so it looks polite. But it stands behind the loop: until the last job is done
nobody else can run, however many rounds there are.
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
                    results[name] = stop.value
                    del unfinished[name]
    finally:
        for job in unfinished.values():
            job.close()
    await asyncio.sleep(0)
    return results
