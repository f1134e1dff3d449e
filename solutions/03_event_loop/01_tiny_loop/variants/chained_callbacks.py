"""No await between rounds: each one has the next called; a future ends it."""

import asyncio
from collections.abc import Generator, Mapping
from typing import Any


async def run_all(
    jobs: Mapping[str, Generator[None, None, Any]],
) -> dict[str, Any]:
    loop = asyncio.get_running_loop()
    finished = loop.create_future()
    results = {}
    unfinished = dict(jobs)

    def take_round():
        try:
            for name, job in list(unfinished.items()):
                try:
                    next(job)
                except StopIteration as stop:
                    results[name] = stop.value
                    del unfinished[name]
        except Exception as error:
            finished.set_exception(error)
        else:
            if unfinished:
                loop.call_soon(take_round)
            else:
                finished.set_result(results)

    take_round()
    try:
        return await finished
    finally:
        for job in jobs.values():
            job.close()
