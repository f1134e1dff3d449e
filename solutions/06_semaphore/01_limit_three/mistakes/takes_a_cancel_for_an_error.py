"""The workers take their cancel for the error of a fetch, and go on with the next key.

`except BaseException` catches CancelledError, too. It is noted like any failed fetch, and the loop
around it goes on: more keys are fetched for somebody who has gone. `except Exception` lets a cancel
through.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    values: dict[int, V] = {}
    errors: list[BaseException] = []
    todo = iter(enumerate(keys))

    async def worker() -> None:
        for number, key in todo:
            try:
                values[number] = await fetch(key)
            except BaseException as error:
                errors.append(error)

    await asyncio.gather(*(worker() for _ in range(limit)))
    if errors:
        raise errors[0]
    return [values[number] for number in range(len(keys))]
