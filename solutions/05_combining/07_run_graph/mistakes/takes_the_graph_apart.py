"""The caller's graph is empty afterwards.

Entries are taken out as they are started, out of the very dict that was passed in. The caller
may want to run it again, or to look at it, and finds nothing. Make a copy of what you change.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from graphlib import TopologicalSorter
from typing import TypeVar

T = TypeVar("T")


def check(deps: Mapping[str, Collection[str]]) -> None:
    for needs in deps.values():
        for need in needs:
            if need not in deps:
                raise ValueError(f"{need} is needed, but not there")
    TopologicalSorter(deps).prepare()


async def run_graph(
    deps: Mapping[str, Collection[str]], run: Callable[[str], Awaitable[T]]
) -> dict[str, T]:
    check(deps)
    values: dict[str, T] = {}
    running: dict[asyncio.Task[T], str] = {}
    try:
        while deps or running:
            ready = [
                step
                for step in deps
                if all(need in values for need in deps[step])
            ]
            for step in ready:
                del deps[step]
                running[asyncio.ensure_future(run(step))] = step
            done, _ = await asyncio.wait(
                running, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                values[running.pop(task)] = task.result()
        return values
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
