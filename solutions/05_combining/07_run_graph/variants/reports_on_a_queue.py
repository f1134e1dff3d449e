"""Steps report on a queue, and one loop reads it and starts the next."""

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
    reports: asyncio.Queue[tuple[str, T]] = asyncio.Queue()
    values: dict[str, T] = {}

    async def run_and_report(step: str) -> None:
        reports.put_nowait((step, await run(step)))

    async with asyncio.TaskGroup() as group:
        while sorter.is_active():
            for step in sorter.get_ready():
                group.create_task(run_and_report(step))
            step, value = await reports.get()
            values[step] = value
            sorter.done(step)
    return values
