"""A class with `__anext__` and `aclose`, made by a plain function."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Mapped:
    def __init__(
        self, fn: Callable[[Any], Awaitable[Any]], source: Any, limit: int
    ) -> None:
        self.fn, self.items, self.limit = fn, aiter(source), limit
        self.calls: set[asyncio.Future[Any]] = set()
        self.ready: list[asyncio.Future[Any]] = []
        self.asking: asyncio.Future[Any] | None = None
        self.has_ended = False

    def __aiter__(self) -> "Mapped":
        return self

    async def __anext__(self) -> Any:
        try:
            while not self.ready:
                await self.step()
            return self.ready.pop().result()
        except BaseException:
            await self.aclose()
            raise

    async def step(self) -> None:
        if (
            not self.has_ended
            and self.asking is None
            and len(self.calls) < self.limit
        ):
            self.asking = asyncio.ensure_future(anext(self.items))
        waiting = self.calls | ({self.asking} if self.asking else set())
        if not waiting:
            raise StopAsyncIteration
        done, _ = await asyncio.wait(
            waiting, return_when=asyncio.FIRST_COMPLETED
        )
        if self.asking in done:
            asked, self.asking = self.asking, None
            try:
                self.calls.add(asyncio.ensure_future(self.fn(asked.result())))
            except StopAsyncIteration:
                self.has_ended = True
        self.ready += done & self.calls
        self.calls -= done

    async def aclose(self) -> None:
        tasks = [
            *self.calls,
            *self.ready,
            *([self.asking] if self.asking else []),
        ]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if hasattr(self.items, "aclose"):
            await self.items.aclose()


def map_limited(
    fn: Callable[[T], Awaitable[R]], source: AsyncIterable[T], limit: int
) -> AsyncIterator[R]:
    return Mapped(fn, source, limit)
