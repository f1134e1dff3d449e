"""Your loop never lets the real event loop have a turn.

The function says async, so it looks as if others could run in between. They cannot: only an
await that really pauses hands the thread back, and between two of your rounds there is none.
"""

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
    finally:
        for job in unfinished.values():
            job.close()
    return results
