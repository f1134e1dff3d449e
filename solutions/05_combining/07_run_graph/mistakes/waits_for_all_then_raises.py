"""A step has failed, and you wait for all the others before you say so.

`return_exceptions=True` makes `gather` wait until everything is over. So the other steps go on and
new ones start, although the house cannot be finished, and the error comes out in the end.
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
    values = await asyncio.gather(*tasks.values(), return_exceptions=True)
    for value in values:
        if isinstance(value, BaseException):
            raise value
    return dict(zip(tasks, values, strict=True))
