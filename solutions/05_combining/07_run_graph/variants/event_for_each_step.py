"""An event for each step, and a circle check by hand."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import TypeVar

T = TypeVar("T")


async def run_graph(
    deps: Mapping[str, Collection[str]], run: Callable[[str], Awaitable[T]]
) -> dict[str, T]:
    left = {step: set(needs) for step, needs in deps.items()}
    while left:
        free = {
            step for step, needs in left.items() if not needs & left.keys()
        }
        if not free or any(needs - deps.keys() for needs in left.values()):
            raise ValueError("there is a circle, or a need without an entry")
        for step in free:
            del left[step]
    done = {step: asyncio.Event() for step in deps}
    values: dict[str, T] = {}

    async def run_in_turn(step: str) -> None:
        for need in deps[step]:
            await done[need].wait()
        values[step] = await run(step)
        done[step].set()

    async with asyncio.TaskGroup() as group:
        for step in deps:
            group.create_task(run_in_turn(step))
    return values
