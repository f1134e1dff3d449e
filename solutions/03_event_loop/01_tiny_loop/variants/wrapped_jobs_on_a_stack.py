"""A generator around each job notes its result; a stack closes the rest."""

import asyncio
from collections.abc import Generator, Mapping
from contextlib import ExitStack, closing
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    results: dict[str, Any] = {}

    def keep(name, job):
        results[name] = yield from job

    over = object()
    with ExitStack() as stack:
        for job in jobs.values():
            stack.enter_context(closing(job))
        active = [keep(name, job) for name, job in jobs.items()]
        while active := [
            each for each in active if next(each, over) is not over
        ]:
            await asyncio.sleep(0)
    return {name: results[name] for name in jobs}
