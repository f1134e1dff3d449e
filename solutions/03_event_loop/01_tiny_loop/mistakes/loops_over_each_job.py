"""A for loop over a job steps it to its end, and throws its result away.

for is the usual way to run a generator, and it catches StopIteration for you. But it does not give
way to the next job in between, and the return value travels in the exception that it catches.
Step with next, one step for each job in a round, and take the value of StopIteration.
"""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results = {}
    for name, job in jobs.items():
        for _ in job:
            await asyncio.sleep(0)
        results[name] = None
    return results
