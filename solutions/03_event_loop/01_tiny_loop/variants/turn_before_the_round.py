"""The real loop's turn comes first, and a round goes in reverse order."""

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
            await asyncio.sleep(0)
            for name in reversed(list(unfinished)):
                try:
                    next(unfinished[name])
                except StopIteration as stop:
                    results[name] = stop.value
                    del unfinished[name]
    finally:
        for job in unfinished.values():
            job.close()
    return results
