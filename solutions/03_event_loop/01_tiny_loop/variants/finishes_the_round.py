"""A failed round is finished, the rest is closed, and the error comes out."""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results: dict[str, Any] = {}
    errors: list[Exception] = []
    left = dict(jobs)
    while left and not errors:
        for name in tuple(left):
            try:
                left[name].send(None)
            except StopIteration as stop:
                results[name] = stop.value
                del left[name]
            except Exception as error:
                errors.append(error)
                del left[name]
        await asyncio.sleep(0)
    for job in left.values():
        job.close()
    if errors:
        raise errors[0]
    return results
