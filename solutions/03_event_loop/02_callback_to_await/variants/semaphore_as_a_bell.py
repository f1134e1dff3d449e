"""A semaphore without places is the bell: the first call gives one."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")


async def wait_callback(
    register: Callable[
        [Callable[[T], None], Callable[[Exception], None]], None
    ],
) -> T:
    bell = asyncio.Semaphore(0)
    first: dict[str, Any] = {}

    def ring(kind: str, what: Any) -> None:
        if not first:
            first[kind] = what
            bell.release()

    register(partial(ring, "value"), partial(ring, "error"))
    await bell.acquire()
    if "error" in first:
        raise first["error"]
    return first["value"]
