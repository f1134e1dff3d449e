"""When a job fails you close the jobs that stand behind it, and not those before it.

Those before it had their step of this round already, and that looks as if they were through. But
they are half-way too, and stay open.
"""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results: dict[str, Any] = {}
    names = list(jobs)
    while len(results) < len(names):
        for place, name in enumerate(names):
            if name in results:
                continue
            try:
                next(jobs[name])
            except StopIteration as stop:
                results[name] = stop.value
            except Exception:
                for other in names[place + 1 :]:
                    jobs[other].close()
                raise
        await asyncio.sleep(0)
    return results
