"""From the last steps back to the first, each remembered as one task."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import TypeVar

T = TypeVar("T")


async def run_graph(
    deps: Mapping[str, Collection[str]], run: Callable[[str], Awaitable[T]]
) -> dict[str, T]:
    seen: dict[str, bool] = {}  # True: all of its needs have been looked at

    def look(step: str) -> None:
        if step not in deps:
            raise ValueError(f"unknown: {step}")
        if not seen.setdefault(step, False):
            for need in deps[step]:
                if seen.get(need) is False:
                    raise ValueError(f"circle: {need}")
                look(need)
            seen[step] = True

    for step in deps:
        look(step)
    tasks: dict[str, asyncio.Future[T]] = {}

    def task_of(step: str) -> asyncio.Future[T]:
        if step not in tasks:
            tasks[step] = asyncio.ensure_future(visit(step))
        return tasks[step]

    async def visit(step: str) -> T:
        await asyncio.gather(*map(task_of, deps[step]))
        return await run(step)

    try:
        values = await asyncio.gather(*map(task_of, deps))
    finally:
        for task in tasks.values():
            task.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    return dict(zip(deps, values, strict=True))
