"""You take the first job before you look whether there is one.

With at least one job it works, and the check at the end of the loop looks complete. Without
jobs there is nothing to take, and the deque raises IndexError.
Ask first, then take: while there are jobs.
"""

import asyncio
from collections import deque
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results = {}
    waiting = deque(jobs.items())
    try:
        while True:
            name, job = waiting.popleft()
            try:
                next(job)
                waiting.append((name, job))
            except StopIteration as stop:
                results[name] = stop.value
            if not waiting:
                return results
            await asyncio.sleep(0)
    finally:
        for job in jobs.values():
            job.close()
