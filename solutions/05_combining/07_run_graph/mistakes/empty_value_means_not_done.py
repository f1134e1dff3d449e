"""A step whose value is None, 0 or empty never counts as done.

`values.get(need)` is asked for a yes or a no, and a value that is there can mean no. The steps that
need it are never started, and are missing in the end. Ask whether there is an entry.
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
    values: dict[str, T] = {}
    running: dict[asyncio.Task[T], str] = {}
    started: set[str] = set()
    try:
        while True:
            for step, needs in deps.items():
                if step not in started and all(
                    values.get(need) for need in needs
                ):
                    started.add(step)
                    running[asyncio.ensure_future(run(step))] = step
            if not running:
                return values
            done, _ = await asyncio.wait(
                running, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                values[running.pop(task)] = task.result()
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
