"""Run steps that need each other, each as early as possible."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from graphlib import TopologicalSorter
from typing import TypeVar

T = TypeVar("T")


async def run_graph(
    deps: Mapping[str, Collection[str]], run: Callable[[str], Awaitable[T]]
) -> dict[str, T]:
    """Await `run(step)` for every step in `deps`; return the value of each.

    A step starts when all that it needs, `deps[step]`, is done. Raises
    `ValueError`, before anything is run, when steps need each other in a
    circle or need what has no entry.
    """
    unknown = {need for needs in deps.values() for need in needs} - deps.keys()
    if unknown:
        raise ValueError(
            f"needed, but not there: {', '.join(sorted(unknown))}"
        )
    TopologicalSorter(deps).prepare()  # its CycleError is a ValueError

    async def run_in_turn(step: str) -> T:
        for need in deps[step]:
            await tasks[need]
        return await run(step)

    tasks: dict[str, asyncio.Task[T]] = {}
    async with asyncio.TaskGroup() as group:
        for step in deps:
            tasks[step] = group.create_task(run_in_turn(step))
    return {step: task.result() for step, task in tasks.items()}
