"""A step that several others need runs once for each of them.

Every step runs all of its needs itself, and they run theirs. A step that needs nothing itself is
run again for every way that leads to it. One task for each step is enough: any number of others can
await it.
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
    values: dict[str, T] = {}

    async def visit(step: str) -> None:
        async with asyncio.TaskGroup() as group:
            for need in deps[step]:
                group.create_task(visit(need))
        values[step] = await run(step)

    async with asyncio.TaskGroup() as group:
        for step in deps:
            group.create_task(visit(step))
    return values
