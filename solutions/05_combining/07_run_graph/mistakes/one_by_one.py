"""One step runs after the other.

The order is right, so no step begins without its needs. But each one waits until the one before
it is done, also where neither needs the other: the times add up.
"""

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
    values: dict[str, T] = {}
    for step in TopologicalSorter(deps).static_order():
        values[step] = await run(step)
    return values
