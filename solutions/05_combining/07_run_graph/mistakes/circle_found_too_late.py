"""The circle is noticed when everything else has run.

Whatever is ready is started, again and again, and what is left over at the end must be a circle.
That is true, but by then steps were run, and of a graph that cannot be finished none should be.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import TypeVar

T = TypeVar("T")


async def run_graph(
    deps: Mapping[str, Collection[str]], run: Callable[[str], Awaitable[T]]
) -> dict[str, T]:
    if any(need not in deps for needs in deps.values() for need in needs):
        raise ValueError("a need has no entry")
    values: dict[str, T] = {}
    running: dict[asyncio.Task[T], str] = {}
    try:
        while len(values) < len(deps):
            for step, needs in deps.items():
                waiting = step not in values and step not in running.values()
                if waiting and all(need in values for need in needs):
                    running[asyncio.ensure_future(run(step))] = step
            if not running:
                raise ValueError("there is a circle")
            done, _ = await asyncio.wait(
                running, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                values[running.pop(task)] = task.result()
        return values
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
