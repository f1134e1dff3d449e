"""You delete finished jobs from the dict that you are looping over.

With a list it goes wrong in silence; a dict notices that its size has changed and raises
RuntimeError as soon as the first job is done.
What you loop over has to stay as it is meanwhile.
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
        for name in unfinished:
            try:
                next(unfinished[name])
            except StopIteration as stop:
                results[name] = stop.value
                del unfinished[name]
        await asyncio.sleep(0)
    return results
