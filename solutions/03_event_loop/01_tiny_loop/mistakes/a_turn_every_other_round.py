"""You give the real event loop a turn only once in several rounds.

It saves pauses, and a pause does cost a little. But in the rounds between, nobody else gets a turn:
whoever waits for a timer or an answer waits that much longer.
"""

import asyncio
import itertools
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(jobs: Mapping[str, Generator[None, None, Any]]) -> dict[str, Any]:
    results = {}
    unfinished = dict(jobs)
    try:
        for count in itertools.count():
            if not unfinished:
                break
            for name, job in list(unfinished.items()):
                try:
                    next(job)
                except StopIteration as stop:
                    results[name] = stop.value
                    del unfinished[name]
            if count % 2:
                await asyncio.sleep(0)
    finally:
        for job in unfinished.values():
            job.close()
    return results
