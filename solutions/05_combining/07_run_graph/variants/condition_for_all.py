"""One condition for all: who is done wakes everybody, and each one looks."""

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
    changed = asyncio.Condition()

    async def run_in_turn(step: str) -> None:
        needs = set(deps[step])
        async with changed:
            await changed.wait_for(lambda: needs <= values.keys())
        value = await run(step)
        async with changed:
            values[step] = value
            changed.notify_all()

    async with asyncio.TaskGroup() as group:
        for step in deps:
            group.create_task(run_in_turn(step))
    return {step: values[step] for step in deps}
