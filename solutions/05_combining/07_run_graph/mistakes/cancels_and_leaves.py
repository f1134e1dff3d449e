"""The running steps are cancelled, and you do not wait for them.

A cancel is only a message: the step hears it later, and may need time to clean up. You have
returned by then, and a caller who relies on nothing running any more is wrong.
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
        await asyncio.gather(*tasks.values())
    except BaseException:
        for task in tasks.values():
            task.cancel()
        raise
    return {step: task.result() for step, task in tasks.items()}
