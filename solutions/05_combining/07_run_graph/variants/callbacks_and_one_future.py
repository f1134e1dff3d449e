"""Callbacks of tasks start the next ones; one future says that all is over."""

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
    if not deps:
        return {}
    over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    tasks: dict[str, asyncio.Future[T]] = {}
    values: dict[str, T] = {}

    def start_ready() -> None:
        for step in deps:
            if step not in tasks and all(
                need in values for need in deps[step]
            ):
                tasks[step] = asyncio.ensure_future(run(step))
                tasks[step].add_done_callback(
                    lambda task, step=step: note(step, task)
                )

    def note(step: str, task: asyncio.Future[T]) -> None:
        if over.done():
            return
        if task.cancelled():
            over.cancel()
        elif error := task.exception():
            over.set_exception(error)
        else:
            values[step] = task.result()
            if len(values) == len(deps):
                over.set_result(None)
            start_ready()

    start_ready()
    try:
        await over
    finally:
        for task in tasks.values():
            task.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    return values
