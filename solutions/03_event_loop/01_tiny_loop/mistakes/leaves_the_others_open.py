"""When a job fails you leave, and the other jobs stay half-way, still open.

As long as nothing fails there is nothing to see. But an open generator holds what it holds,
a file or a lock, until somebody closes it or the garbage collector comes by.
Close what is left when an error passes through.
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
            except StopIteration as stop:
                results[name] = stop.value
                del unfinished[name]
        await asyncio.sleep(0)
    return results
