"""A step that is met twice is taken for a circle, although there is none.

Two steps may need the same third one. On the way down from the first step it is met once for each
of them, and that is no circle. There is one only where a step is met on the way down from itself.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import TypeVar

T = TypeVar("T")


async def run_graph(
    deps: Mapping[str, Collection[str]], run: Callable[[str], Awaitable[T]]
) -> dict[str, T]:
    def visit(step: str) -> None:
        if step in seen or step not in deps:
            raise ValueError(
                f"{step} is needed, but not there, or in a circle"
            )
        seen.add(step)
        for need in deps[step]:
            visit(need)

    for step in deps:
        seen: set[str] = set()
        visit(step)

    async def run_in_turn(step: str) -> T:
        for need in deps[step]:
            await tasks[need]
        return await run(step)

    tasks: dict[str, asyncio.Task[T]] = {}
    async with asyncio.TaskGroup() as group:
        for step in deps:
            tasks[step] = group.create_task(run_in_turn(step))
    return {step: task.result() for step, task in tasks.items()}
