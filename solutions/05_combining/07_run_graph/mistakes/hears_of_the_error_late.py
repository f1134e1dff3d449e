"""A step has failed, and you hear of it only when others are done.

Until you look at its task, the other steps go on and new ones start, although nobody can use them
any more. The steps that need the failed one do not start; the rest is built for nothing.
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
        for need in deps[step]:
            await tasks[need]
        return await run(step)

    tasks = {step: asyncio.ensure_future(run_in_turn(step)) for step in deps}
    try:
        return {step: await task for step, task in tasks.items()}
    finally:
        for task in tasks.values():
            task.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
