"""A step waits only for those of its needs that are declared before it.

The tasks are made in the order of `deps`, and each is handed the tasks of its needs that are there
already. Those that stand further down are left out, and the step begins without them.
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

    async def run_in_turn(step: str, needs: list[asyncio.Task[T]]) -> T:
        for need in needs:
            await need
        return await run(step)

    tasks: dict[str, asyncio.Task[T]] = {}
    async with asyncio.TaskGroup() as group:
        for step in deps:
            needs = [tasks[need] for need in deps[step] if need in tasks]
            tasks[step] = group.create_task(run_in_turn(step, needs))
    return {step: task.result() for step, task in tasks.items()}
