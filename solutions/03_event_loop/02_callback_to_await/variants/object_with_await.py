"""An object of its own is both the pair of callbacks and what is awaited."""

import asyncio
from collections.abc import Callable, Generator
from typing import Any, TypeVar

T = TypeVar("T")


class Answer:
    """Remembers the first call, and wakes whoever awaits it."""

    def __init__(self) -> None:
        self._first: tuple[Any, Exception | None] | None = None
        self._waiter: asyncio.Future[None] | None = None

    def done(self, value: Any) -> None:
        self._take(value, None)

    def failed(self, error: Exception) -> None:
        self._take(None, error)

    def _take(self, value: Any, error: Exception | None) -> None:
        if self._first is None:
            self._first = (value, error)
            if self._waiter and not self._waiter.done():
                self._waiter.set_result(None)

    def __await__(self) -> Generator[Any, None, Any]:
        if self._first is None:
            self._waiter = asyncio.get_running_loop().create_future()
            yield from self._waiter
        assert self._first is not None
        value, error = self._first
        if error is not None:
            raise error
        return value


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    answer = Answer()
    register(answer.done, answer.failed)
    return await answer
