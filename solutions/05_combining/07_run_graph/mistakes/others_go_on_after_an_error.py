"""A step failed, its error came out, and the other steps went on working.

`gather` hands the first error on at once and leaves the rest alone. Nobody waits for them any
more, and they run on after you have returned. A task group cancels them and waits.
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
    values = await asyncio.gather(*tasks.values())
    return dict(zip(tasks, values, strict=True))
