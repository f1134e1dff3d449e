"""Steps in a circle wait for each other, and nobody ever moves.

Each has an event that is set when it is done, and each waits for the event of the next. The steps
outside the circle have run by then, and your caller waits too. Look for circles before anything is
started.
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
    done = {step: asyncio.Event() for step in deps}

    async def run_in_turn(step: str) -> T:
        for need in deps[step]:
            await done[need].wait()
        value = await run(step)
        done[step].set()
        return value

    async with asyncio.TaskGroup() as group:
        tasks = {step: group.create_task(run_in_turn(step)) for step in deps}
    return {step: task.result() for step, task in tasks.items()}
