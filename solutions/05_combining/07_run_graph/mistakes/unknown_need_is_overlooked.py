"""A need that nobody declared is left out.

The step runs without it, as if it needed nothing. A misspelt need should be reported, with a
ValueError, before anything runs.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from graphlib import TopologicalSorter
from typing import TypeVar

T = TypeVar("T")


async def run_graph(
    deps: Mapping[str, Collection[str]], run: Callable[[str], Awaitable[T]]
) -> dict[str, T]:
    TopologicalSorter(deps).prepare()

    async def run_in_turn(step: str) -> T:
        for need in deps[step]:
            if need in tasks:
                await tasks[need]
        return await run(step)

    tasks: dict[str, asyncio.Task[T]] = {}
    async with asyncio.TaskGroup() as group:
        for step in deps:
            tasks[step] = group.create_task(run_in_turn(step))
    return {step: task.result() for step, task in tasks.items()}
