"""A failed step is passed over, and the building goes on.

The error is caught where it happens and nobody hears of it. Steps that need the failed one start as
if all were well, and the caller gets a dict as if all were done.
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

    async def run_in_turn(step: str) -> T | None:
        for need in deps[step]:
            await tasks[need]
        try:
            return await run(step)
        except Exception:
            return None

    tasks: dict[str, asyncio.Task[T | None]] = {}
    async with asyncio.TaskGroup() as group:
        for step in deps:
            tasks[step] = group.create_task(run_in_turn(step))
    return {step: task.result() for step, task in tasks.items()}
