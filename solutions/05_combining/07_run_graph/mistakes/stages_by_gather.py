"""The steps run in stages, and each stage waits for its slowest step.

All that is ready is gathered, and only when all of it is done do you look again. A step whose own
needs were met long ago waits for one that it has nothing to do with. Two more things follow: a
circle is noticed when the steps before it have run already, and when a step fails, `gather` gives
you its error and lets the others go on.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import TypeVar

T = TypeVar("T")


async def run_graph(
    deps: Mapping[str, Collection[str]], run: Callable[[str], Awaitable[T]]
) -> dict[str, T]:
    for needs in deps.values():
        for need in needs:
            if need not in deps:
                raise ValueError(f"{need} is needed, but not there")
    values: dict[str, T] = {}
    waiting = dict(deps)
    while waiting:
        ready = [
            step
            for step, needs in waiting.items()
            if all(need in values for need in needs)
        ]
        if not ready:
            raise ValueError("the steps need each other in a circle")
        results = await asyncio.gather(*(run(step) for step in ready))
        for step, value in zip(ready, results, strict=True):
            values[step] = value
            del waiting[step]
    return values
