"""You take every exception for the end of a job, also a failure.

StopIteration is an exception, and except Exception catches it, so the loop works. But a job
that failed then counts as finished, and nobody hears of its error.
Catch StopIteration and nothing else.
"""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results = {}
    unfinished = dict(jobs)
    while unfinished:
        for name, job in list(unfinished.items()):
            try:
                next(job)
            except Exception as stop:
                results[name] = getattr(stop, "value", None)
                del unfinished[name]
        await asyncio.sleep(0)
    return results
