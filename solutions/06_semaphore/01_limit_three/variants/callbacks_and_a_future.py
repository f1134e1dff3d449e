"""Callbacks start the next fetch; after a cancel those that run may end."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    over = asyncio.get_running_loop().create_future()
    values: dict[int, V] = {}
    todo = list(enumerate(keys))
    running: set[asyncio.Future[V]] = set()

    def ended(number: int, task: asyncio.Future[V]) -> None:
        running.discard(task)
        if not task.cancelled() and task.exception() is None:
            values[number] = task.result()
        elif not over.done():
            over.set_exception(task.exception() or asyncio.CancelledError())
        refill()

    def refill() -> None:
        while todo and len(running) < limit and not over.done():
            number, key = todo.pop()
            task = asyncio.ensure_future(fetch(key))
            running.add(task)
            task.add_done_callback(
                lambda task, number=number: ended(number, task)
            )
        if not running and not over.done():
            over.set_result(None)

    refill()
    await over
    return [values[number] for number in range(len(keys))]
