"""A step starts as soon as one of its needs is done.

`FIRST_COMPLETED` wakes it when the quickest of them has ended, and it does not look at the
others. A step with two needs begins while the second one is still running.
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
        if deps[step]:
            needs = [tasks[need] for need in deps[step]]
            await asyncio.wait(needs, return_when=asyncio.FIRST_COMPLETED)
        return await run(step)

    tasks: dict[str, asyncio.Task[T]] = {}
    async with asyncio.TaskGroup() as group:
        for step in deps:
            tasks[step] = group.create_task(run_in_turn(step))
    return {step: task.result() for step, task in tasks.items()}
