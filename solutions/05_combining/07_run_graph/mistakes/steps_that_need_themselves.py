"""A step that needs itself is run, as if it needed nothing.

It looks like a slip that does no harm. But such a step is a circle of one: it has to be done before
it can begin. The caller wants to hear of it.
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
    check(
        {
            step: [need for need in needs if need != step]
            for step, needs in deps.items()
        }
    )

    async def run_in_turn(step: str) -> T:
        for need in deps[step]:
            if need != step:
                await tasks[need]
        return await run(step)

    tasks: dict[str, asyncio.Task[T]] = {}
    async with asyncio.TaskGroup() as group:
        for step in deps:
            tasks[step] = group.create_task(run_in_turn(step))
    return {step: task.result() for step, task in tasks.items()}
