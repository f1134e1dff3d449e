"""The method is called by hand; a small class makes its iterator awaitable."""

from collections.abc import Iterator
from typing import Any


class Steps:
    def __init__(self, steps: Iterator[Any]) -> None:
        self.steps = steps

    def __await__(self) -> Iterator[Any]:
        return self.steps


async def resolve(value: Any) -> Any:
    method = getattr(type(value), "__await__", None)
    if method is None:
        return value
    return await Steps(method(value))
