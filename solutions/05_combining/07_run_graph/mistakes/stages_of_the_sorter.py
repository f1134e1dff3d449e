"""The sorter hears of a stage when all of it is done, so each stage waits for its slowest step.

`get_ready()` gives what is ready as far as the sorter knows. A step whose own needs were met long
ago is missing there until the slowest step of the stage, which it has nothing to do with, is done
too.
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
    while sorter.is_active():
        ready = sorter.get_ready()
        async with asyncio.TaskGroup() as group:
            tasks = {step: group.create_task(run(step)) for step in ready}
        values.update({step: task.result() for step, task in tasks.items()})
        sorter.done(*ready)
    return values
