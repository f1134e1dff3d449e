"""You let time pass between two rounds.

A short sleep does give the others a turn, but it also waits: with many rounds the short
sleeps become long, and nobody asked to wait.
A pause may last no time at all, and still gives everybody a turn.
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
            for name, job in list(unfinished.items()):
                try:
                    next(job)
                except StopIteration as stop:
                    results[name] = stop.value
                    del unfinished[name]
            await asyncio.sleep(0.01)
    finally:
        for job in unfinished.values():
            job.close()
    return results
