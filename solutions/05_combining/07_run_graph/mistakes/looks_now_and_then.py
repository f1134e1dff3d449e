"""Each step checks now and then whether its needs are done.

What is ready between two checks starts late, and such delays add up along a chain. Awaiting the
task of a need wakes you at that very moment (linters call such a loop ASYNC110).
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

    async def run_in_turn(step: str) -> None:
        while not all(need in values for need in deps[step]):
            await asyncio.sleep(0.1)
        values[step] = await run(step)

    async with asyncio.TaskGroup() as group:
        for step in deps:
            group.create_task(run_in_turn(step))
    return values
