"""A function for each kind: plain values, and all that can be awaited."""

from collections.abc import Awaitable
from functools import singledispatch
from typing import Any


@singledispatch
async def resolve(value: Any) -> Any:
    return value


@resolve.register
async def _(value: Awaitable) -> Any:
    return await value
