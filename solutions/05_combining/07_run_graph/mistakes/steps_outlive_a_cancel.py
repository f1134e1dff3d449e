"""You were cancelled, and the steps went on.

`asyncio.wait` only waits: whoever cancels it does not cancel the tasks in it. You have thought of
an error in a step, but not of a cancel, and the running steps stay behind.
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
    sorter = TopologicalSorter(deps)
    sorter.prepare()
    values: dict[str, T] = {}
    running: dict[asyncio.Task[T], str] = {}
    while sorter.is_active():
        for step in sorter.get_ready():
            running[asyncio.ensure_future(run(step))] = step
        done, _ = await asyncio.wait(
            running, return_when=asyncio.FIRST_COMPLETED
        )
        for task in done:
            step = running.pop(task)
            try:
                values[step] = task.result()
            except Exception:
                for other in running:
                    other.cancel()
                await asyncio.gather(*running, return_exceptions=True)
                raise
            sorter.done(step)
    return values
