"""A decorator turns the jobs into awaitables, in the documented way."""

import asyncio
import types
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    @types.coroutine
    def stepping(job):
        return (yield from job)

    async def drive(job):
        return await stepping(job)

    try:
        async with asyncio.TaskGroup() as group:
            tasks = {
                name: group.create_task(drive(job))
                for name, job in jobs.items()
            }
    finally:
        for job in jobs.values():
            job.close()
    return {name: task.result() for name, task in tasks.items()}
