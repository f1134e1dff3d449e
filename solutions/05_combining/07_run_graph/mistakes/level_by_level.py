"""The steps run in stages, and each stage waits for its slowest step.

All that is ready is started together, and only when all of it is done do you look again. A step
whose own needs were met long ago waits for one that it has nothing to do with.
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
    while len(values) < len(deps):
        ready = [
            step
            for step in deps
            if step not in values
            and all(need in values for need in deps[step])
        ]
        async with asyncio.TaskGroup() as group:
            tasks = {step: group.create_task(run(step)) for step in ready}
        values.update({step: task.result() for step, task in tasks.items()})
    return values
