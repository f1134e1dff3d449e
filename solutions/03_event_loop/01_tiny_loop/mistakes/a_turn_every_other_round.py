"""You give the real event loop a turn only once in several rounds.

It saves pauses, and a pause does cost a little. But in the rounds between, nobody else gets a turn:
whoever waits for a timer or an answer waits that much longer.
"""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results = {}
    unfinished = dict(jobs)
    rounds = 0
    try:
        while unfinished:
            for name, job in list(unfinished.items()):
                try:
                    next(job)
                except StopIteration as stop:
                    results[name] = stop.value
                    del unfinished[name]
            rounds += 1
            if rounds % 2 == 0:
                await asyncio.sleep(0)
    finally:
        for job in unfinished.values():
            job.close()
    return results
