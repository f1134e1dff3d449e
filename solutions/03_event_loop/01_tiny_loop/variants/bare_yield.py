"""The pause is an awaitable with a bare yield, as below asyncio.sleep(0)."""

from collections.abc import Generator, Mapping
from contextlib import ExitStack, closing
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results = {}
    with ExitStack() as stack:
        for job in jobs.values():
            stack.enter_context(closing(job))
        while len(results) < len(jobs):
            for name in jobs.keys() - results.keys():
                try:
                    next(jobs[name])
                except StopIteration as stop:
                    results[name] = stop.value
            await Turn()
    return results


class Turn:
    def __await__(self):
        yield
