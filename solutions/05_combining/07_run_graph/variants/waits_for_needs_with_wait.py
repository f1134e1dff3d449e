"""Each step waits for the set of its needs' tasks; a failed need ends it."""

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
    order = [
        step for step in TopologicalSorter(deps).static_order() if step in deps
    ]
    check(deps)
    tasks: dict[str, asyncio.Task[T]] = {}

    async def run_in_turn(step: str) -> T:
        needs = {tasks[need] for need in deps[step]}
        if needs:
            await asyncio.wait(needs)
            for task in needs:
                task.result()
        return await run(step)

    async with asyncio.TaskGroup() as group:
        for step in order:
            tasks[step] = group.create_task(run_in_turn(step))
    return {step: tasks[step].result() for step in deps}
