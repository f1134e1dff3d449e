"""Of several steps that end at the same moment one is seen, and the others are forgotten.

`asyncio.wait` returns a set of *all* tasks that are done, and one of them is taken out of it. The
rest is in `done` and no longer in `pending`, so nobody ever looks at it again: the steps that need
it never start.
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
    sorter = TopologicalSorter(deps)
    sorter.prepare()
    names: dict[asyncio.Task[T], str] = {}
    values: dict[str, T] = {}
    pending: set[asyncio.Task[T]] = set()
    try:
        while sorter.is_active():
            for step in sorter.get_ready():
                task = asyncio.ensure_future(run(step))
                names[task] = step
                pending.add(task)
            done, pending = await asyncio.wait(
                pending, return_when=asyncio.FIRST_COMPLETED
            )
            task = done.pop()
            values[names[task]] = task.result()
            sorter.done(names[task])
        return values
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
