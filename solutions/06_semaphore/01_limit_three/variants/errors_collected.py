"""Workers note the errors and go on; the first one is raised at the end."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    waiting = iter(enumerate(keys))
    values: dict[int, V] = {}
    errors: list[Exception] = []

    async def work() -> None:
        for index, key in waiting:
            try:
                values[index] = await fetch(key)
            except Exception as error:
                errors.append(error)

    await asyncio.gather(*(work() for _ in range(limit)))
    if errors:
        raise errors[0]
    return [values[index] for index in range(len(keys))]
