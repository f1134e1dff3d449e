"""The list of unfinished jobs is built anew in each round."""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results = {}
    unfinished = list(jobs)
    try:
        while unfinished:
            still = []
            for name in unfinished:
                try:
                    jobs[name].send(None)
                    still.append(name)
                except StopIteration as stop:
                    results[name] = stop.value
            unfinished = still
            await asyncio.sleep(0)
    finally:
        for job in jobs.values():
            job.close()
    return results
