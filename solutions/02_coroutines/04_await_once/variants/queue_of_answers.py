"""Each reader puts its answer and its place, or its error, into a queue."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def share(
    coro: Coroutine[Any, Any, T],
    readers: Sequence[Callable[[T], Awaitable[R]]],
) -> list[R]:
    result = await coro
    answers: asyncio.Queue[tuple[int, Any, Exception | None]] = asyncio.Queue()

    async def read(place: int, reader: Callable[[T], Awaitable[R]]) -> None:
        try:
            await answers.put((place, await reader(result), None))
        except Exception as error:
            await answers.put((place, None, error))

    tasks = [asyncio.create_task(read(*item)) for item in enumerate(readers)]
    found: list[Any] = [None] * len(tasks)
    for _ in tasks:
        place, answer, error = await answers.get()
        if error is not None:
            raise error
        found[place] = answer
    return found
