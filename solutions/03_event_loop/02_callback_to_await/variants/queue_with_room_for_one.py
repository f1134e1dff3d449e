"""A queue has room for one call; what does not fit any more is dropped."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    calls: asyncio.Queue[tuple[str, Any]] = asyncio.Queue(maxsize=1)

    def note(kind: str) -> Callable[[Any], None]:
        def callback(what: Any) -> None:
            with suppress(asyncio.QueueFull):
                calls.put_nowait((kind, what))

        return callback

    register(note("value"), note("error"))
    match await calls.get():
        case "value", value:
            return value
        case _, error:
            raise error
