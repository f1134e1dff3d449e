"""A deque rotated once per round, with a turn of the loop after each step."""

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
        while waiting:
            name, job = waiting[0]
            try:
                next(job)
            except StopIteration as stop:
                results[name] = stop.value
                waiting.popleft()
            else:
                waiting.rotate(-1)
            await asyncio.sleep(0)
    finally:
        for _, job in waiting:
            job.close()
    return results
