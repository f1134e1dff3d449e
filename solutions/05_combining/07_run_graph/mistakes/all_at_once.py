"""All steps start at the first moment.

Nobody waits for what it needs: the roof is begun before there are walls. Checking the graph is not
enough: the steps have to follow it.
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
    async with asyncio.TaskGroup() as group:
        tasks = {step: group.create_task(run(step)) for step in deps}
    return {step: task.result() for step, task in tasks.items()}
