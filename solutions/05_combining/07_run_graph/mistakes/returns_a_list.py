"""The values come back without their steps.

A list of values in some order does not tell which one belongs to which step. A dict was asked
for, with the step as the key.
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

    async def run_in_turn(step: str) -> T:
        for need in deps[step]:
            await tasks[need]
        return await run(step)

    tasks: dict[str, asyncio.Task[T]] = {}
    async with asyncio.TaskGroup() as group:
        for step in deps:
            tasks[step] = group.create_task(run_in_turn(step))
    return [task.result() for task in tasks.values()]
