"""You remove finished jobs from the list that you are looping over.

The list moves up by one, the loop does not notice, and the job after the finished one misses
its turn in that round. It is a quiet mistake: all jobs still end, only out of step.
Loop over a copy, or build the list of the next round as you go.
"""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results = {}
    unfinished = list(jobs.items())
    try:
        while unfinished:
            for entry in unfinished:
                name, job = entry
                try:
                    next(job)
                except StopIteration as stop:
                    results[name] = stop.value
                    unfinished.remove(entry)
            await asyncio.sleep(0)
    finally:
        for _, job in unfinished:
            job.close()
    return results
