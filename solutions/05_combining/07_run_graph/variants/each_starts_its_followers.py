"""Whoever is done counts down its followers and starts those at zero."""

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
    missing = {step: len(set(needs)) for step, needs in deps.items()}
    followers: dict[str, list[str]] = {step: [] for step in deps}
    for step, needs in deps.items():
        for need in set(needs):
            followers[need].append(step)
    values: dict[str, T] = {}

    async with asyncio.TaskGroup() as group:

        async def run_and_start(step: str) -> None:
            values[step] = await run(step)
            for follower in followers[step]:
                missing[follower] -= 1
                if not missing[follower]:
                    group.create_task(run_and_start(follower))

        for step in [step for step, count in missing.items() if not count]:
            group.create_task(run_and_start(step))
    return values
