"""A need that nobody declared is run like a step.

The sorter of `graphlib` takes every name that it meets for a step of the graph. A misspelt need
becomes a step that your caller never asked for, instead of a ValueError.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from graphlib import TopologicalSorter
from typing import TypeVar

T = TypeVar("T")


async def run_graph(
    deps: Mapping[str, Collection[str]], run: Callable[[str], Awaitable[T]]
) -> dict[str, T]:
    order = list(TopologicalSorter(deps).static_order())

    async def run_in_turn(step: str) -> T:
        for need in deps.get(step, ()):
            await tasks[need]
        return await run(step)

    tasks: dict[str, asyncio.Task[T]] = {}
    async with asyncio.TaskGroup() as group:
        for step in order:
            tasks[step] = group.create_task(run_in_turn(step))
    return {step: task.result() for step, task in tasks.items()}
