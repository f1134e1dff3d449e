"""You throw the error of one job into all the others, instead of closing them.

Jobs that do not expect it end by it. But a job that can handle errors of that kind takes it for one
of its own and goes on to its next pause, where it stays open. To be closed means something else.
"""

import asyncio
import contextlib
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
            except Exception as error:
                del unfinished[name]
                for other in unfinished.values():
                    with contextlib.suppress(Exception):
                        other.throw(error)
                raise
        await asyncio.sleep(0)
    return results
