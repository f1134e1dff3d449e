"""Map a stream, a few items at a time, and no further than somebody reads."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def map_limited(
    fn: Callable[[T], Awaitable[R]], source: AsyncIterable[T], limit: int
) -> AsyncIterator[R]:
    """Yield the result of `fn(item)` for every item of `source`.

    Each comes when it is there. At most `limit` calls run at the same time
    (`limit` is at least 1), and at most `limit + 1` items have been taken and
    not given out. Raises what `fn` or the source raises. At the end no call is
    running, and the source is closed.
    """
    # TODO: call `fn` for a few items at a time, and yield what is ready.
    raise NotImplementedError
    yield  # never reached; a function with a `yield` in it is a generator
