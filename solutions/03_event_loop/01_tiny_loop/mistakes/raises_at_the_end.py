"""After a failure you run the other jobs on to their end, and only then raise the error.

Keeping the error until all is done is what a careful clean-up would do. But the caller hears of
it late, and the other jobs go on working for a result that nobody gets.
Close them where the error comes, and let it out.
"""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results = {}
    failed = None
    unfinished = dict(jobs)
    while unfinished:
        for name, job in list(unfinished.items()):
            try:
                next(job)
            except StopIteration as stop:
                results[name] = stop.value
                del unfinished[name]
            except Exception as error:
                failed = error
                del unfinished[name]
        await asyncio.sleep(0)
    if failed:
        raise failed
    return results
