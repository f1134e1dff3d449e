"""A step starts although one of its needs has failed.

Each step reports that it is over, whatever happened: the `finally` sets the event also after an
error. The steps that wait for it cannot tell, and begin. The error comes out in the end, when all
the others have run.
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
    over = {step: asyncio.Event() for step in deps}

    async def run_in_turn(step: str) -> T:
        for need in deps[step]:
            await over[need].wait()
        try:
            return await run(step)
        finally:
            over[step].set()

    jobs = (run_in_turn(step) for step in deps)
    values = await asyncio.gather(*jobs, return_exceptions=True)
    for value in values:
        if isinstance(value, BaseException):
            raise value
    return dict(zip(deps, values, strict=True))
