"""Tiny loop: give every job a turn, round after round."""

import asyncio
from collections.abc import Generator, Mapping
from typing import TypeVar

T = TypeVar("T")


async def run_all(
    jobs: Mapping[str, Generator[None, None, T]],
) -> dict[str, T]:
    """Step each unfinished job once per round; return the results by name.

    The rounds go on until all jobs are done, and between two of them the real
    event loop gets a turn. When a job fails, the other jobs are closed and its
    error comes out.
    """
    results: dict[str, T] = {}
    unfinished = dict(jobs)
    try:
        while unfinished:
            # A copy: finished jobs leave during the round.
            for name, job in list(unfinished.items()):
                try:
                    next(job)
                except StopIteration as stop:
                    results[name] = stop.value
                    del unfinished[name]
            await asyncio.sleep(0)
    finally:
        for job in unfinished.values():
            job.close()
    return results
