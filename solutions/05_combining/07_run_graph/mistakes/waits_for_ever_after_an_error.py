"""After a failed step its followers wait for a sign that never comes.

The event is set when the step has returned, and a step that raises never does. Whoever needs it
waits for ever, and so do you, because you wait for all.
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
    done = {step: asyncio.Event() for step in deps}

    async def run_in_turn(step: str) -> T:
        for need in deps[step]:
            await done[need].wait()
        value = await run(step)
        done[step].set()
        return value

    jobs = (run_in_turn(step) for step in deps)
    values = await asyncio.gather(*jobs, return_exceptions=True)
    for value in values:
        if isinstance(value, BaseException):
            raise value
    return dict(zip(deps, values, strict=True))
