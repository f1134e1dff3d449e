"""A job that ends raises StopIteration, and you do not catch it.

In a for loop Python catches it for you, so it is easy to forget that next does not.
An async function may not let StopIteration out: Python turns it into a RuntimeError.
Catch it around next: it is how a generator says that it has finished, and with what.
"""

import asyncio
import inspect
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results = {}
    unfinished = dict(jobs)
    while unfinished:
        for name, job in list(unfinished.items()):
            results[name] = next(job)
            if inspect.getgeneratorstate(job) == inspect.GEN_CLOSED:
                del unfinished[name]
        await asyncio.sleep(0)
    return results
