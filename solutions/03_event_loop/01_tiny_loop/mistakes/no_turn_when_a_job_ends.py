"""You pause only after a round in which no job has ended.

In most rounds the others do get their turn. But when a job ends, the next round begins at once, and
with many short jobs there are many such rounds in a row.
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
            ended = False
            for name, job in list(unfinished.items()):
                try:
                    next(job)
                except StopIteration as stop:
                    results[name] = stop.value
                    del unfinished[name]
                    ended = True
            if not ended:
                await asyncio.sleep(0)
    finally:
        for job in unfinished.values():
            job.close()
    return results
