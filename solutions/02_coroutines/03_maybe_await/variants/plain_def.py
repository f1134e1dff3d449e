"""An ordinary function that hands out one of two coroutine objects."""

import inspect
from collections.abc import Awaitable
from typing import Any


async def wait(value: Awaitable[Any]) -> Any:
    return await value


async def keep(value: Any) -> Any:
    return value


def resolve(value: Any) -> Awaitable[Any]:
    return wait(value) if inspect.isawaitable(value) else keep(value)
