"""An object remembers the result, and can be awaited again and again."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Generator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Remembered:
    """Runs a coroutine at the first await; keeps its result for the others."""

    def __init__(self, coro: Coroutine[Any, Any, Any]) -> None:
        self._coro = coro
        self._box: list[Any] = []

    def __await__(self) -> Generator[Any, None, Any]:
        if not self._box:
            self._box.append((yield from self._coro.__await__()))
        return self._box[0]


async def _read(shared: Remembered, reader: Callable[[T], Awaitable[R]]) -> R:
    return await reader(await shared)


async def share(
    coro: Coroutine[Any, Any, T],
    readers: Sequence[Callable[[T], Awaitable[R]]],
) -> list[R]:
    shared = Remembered(coro)
    await shared
    return await asyncio.gather(*[_read(shared, reader) for reader in readers])
