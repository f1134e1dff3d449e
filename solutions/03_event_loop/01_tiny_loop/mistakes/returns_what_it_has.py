"""When a job fails you close the others and return what you have so far.

The others are closed, which is right. But your caller gets a dict as if all had gone well, and
never learns that a job failed.
Close them, and raise the error again.
"""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results = {}
    unfinished = dict(jobs)
    while unfinished:
        for name, job in list(unfinished.items()):
            try:
                next(job)
            except StopIteration as stop:
                results[name] = stop.value
                del unfinished[name]
            except Exception:
                for other in jobs.values():
                    other.close()
                return results
        await asyncio.sleep(0)
    return results
